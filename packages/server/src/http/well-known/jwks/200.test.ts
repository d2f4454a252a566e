import { createPublicKey, verify } from "node:crypto";
import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("anybody may verify a token with the keys, which hold nothing private", async () => {
  const answer = await system.request({ method: "GET", path: "/.well-known/jwks.json", token: null });
  expect(answer.status).toBe(200);
  expect(answer.headers["cache-control"]).toBe("public, max-age=300");
  expect(answer.body.keys).toEqual([
    { kty: "OKP", crv: "Ed25519", x: expect.any(String), kid: expect.any(String), alg: "EdDSA", use: "sig" },
  ]);
  const [header, payload, signature = ""] = (await system.token()).split(".");
  const key = createPublicKey({ key: answer.body.keys[0], format: "jwk" });
  expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(
    true,
  );
});
