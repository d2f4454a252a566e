import { createPublicKey, verify } from "node:crypto";
import { isObject, type Json, type JsonObject, parseJson } from "./json.ts";

/** A token as a client sees it who decodes it without knowing the key. */
export function decodeJwt(token: string): JsonObject | undefined {
  const [header, claims] = token
    .split(".")
    .map((part) => parseJson(Buffer.from(part, "base64url").toString()));
  if (token.split(".").length !== 3 || !isObject(header) || !isObject(claims)) return undefined;
  const { iat, exp } = claims;
  const lifetimeSeconds = typeof iat === "number" && typeof exp === "number" ? exp - iat : null;
  return { header, claims, lifetimeSeconds };
}

/** Whether one of the published keys made the signature; the key is the one the token's header names. */
export function isSignedByOneOf(token: string, keys: readonly Json[]): boolean {
  const header = decodeJwt(token)?.header;
  if (!isObject(header)) return false;
  const key = keys.find((candidate) => isObject(candidate) && candidate.kid === header.kid);
  if (!isObject(key)) return false;
  const signedLength = token.lastIndexOf(".");
  const signed = Buffer.from(token.slice(0, signedLength));
  const signature = Buffer.from(token.slice(signedLength + 1), "base64url");
  const publicKey = createPublicKey({ key, format: "jwk" });
  if (header.alg === "EdDSA") return verify(null, signed, publicKey, signature);
  if (header.alg === "ES256")
    return verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature);
  return false;
}
