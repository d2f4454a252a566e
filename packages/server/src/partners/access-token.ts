import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { AppError } from "../errors.ts";
import { type SigningKey, signingAlgorithm } from "./signing-key-store.ts";
import type { PersonScope } from "./types.ts";

const audience = "panic-api";
/** Clocks of two nodes may differ; a token from further ahead than this was not made by either. */
const iatLeewaySeconds = 60;
const advice = "Get a new one from POST /panic-api/v2/oauth/token.";

/** What an access token says. Times are whole seconds since 1970, as in the token itself. */
export interface Claims {
  readonly clientId: string;
  readonly customerSourceId: number;
  readonly bearer: Bearer;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Whom it was made for, and how far it reaches. */
export type Bearer =
  | { readonly scope: "server" }
  | { readonly scope: PersonScope; readonly customerId: number };

export async function signToken(
  claims: Claims,
  issuer: string,
  jti: string,
  key: SigningKey,
): Promise<string> {
  return new SignJWT({ customerSourceId: claims.customerSourceId, ...claims.bearer })
    .setProtectedHeader({ alg: signingAlgorithm, kid: key.kid, typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.clientId)
    .setIssuedAt(claims.issuedAt)
    .setExpirationTime(claims.expiresAt)
    .setJti(jti)
    .sign(key.privateKey);
}

/**
 * What a token says, once it is sure that we said it, to this API, and that it still holds. The issuer is not looked at:
 * our key proves who made the token, and a node may answer under another address than the one that made it.
 * @throws AppError `unauthorized`; an error of `findKey` as it is
 */
export async function readToken(
  token: string,
  now: Temporal.Instant,
  findKey: (kid: string) => Promise<SigningKey | undefined>,
): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(token, async ({ kid }) => publicKey(kid, findKey), {
      algorithms: [signingAlgorithm],
      audience,
      currentDate: new Date(now.epochMilliseconds),
      requiredClaims: ["sub", "iat", "exp", "jti"],
    });
    const claims = readClaims(payload);
    if (!claims || claims.issuedAt > toSeconds(now) + iatLeewaySeconds) throw notValid();
    return claims;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw expired(error);
    if (error instanceof errors.JOSEError) throw notValid(error);
    throw error;
  }
}

async function publicKey(
  kid: string | undefined,
  findKey: (kid: string) => Promise<SigningKey | undefined>,
): Promise<CryptoKey> {
  // what can be no id of ours is not worth a query
  const key = kid !== undefined && /^[\w-]{43}$/.test(kid) ? await findKey(kid) : undefined;
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key.publicKey;
}

function readClaims({ sub, iat, exp, customerSourceId, ...payload }: JWTPayload): Claims | undefined {
  if (typeof sub !== "string" || typeof iat !== "number" || typeof exp !== "number") return undefined;
  const bearer = readBearer(payload);
  if (!bearer || !Number.isSafeInteger(customerSourceId)) return undefined;
  return { clientId: sub, customerSourceId: Number(customerSourceId), bearer, issuedAt: iat, expiresAt: exp };
}

function readBearer({ scope, customerId }: JWTPayload): Bearer | undefined {
  if (scope === "server") return { scope };
  if (scope !== "callout" && scope !== "customer") return undefined;
  return Number.isSafeInteger(customerId) ? { scope, customerId: Number(customerId) } : undefined;
}

export function toSeconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}

export function notValid(cause?: unknown): AppError {
  const message = `The access token is not valid: it is no token, was altered, or was not made for this server. ${advice}`;
  return new AppError("unauthorized", message, { cause });
}

function expired(cause?: unknown): AppError {
  return new AppError("unauthorized", `The access token has expired. ${advice}`, { cause });
}

export function revoked(): AppError {
  return new AppError("unauthorized", `The access token was revoked. ${advice}`);
}
