import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { hashSecret, makeClientSecret, matchesSecret } from "./client-secret.ts";

test("a secret has 256 bits and is never the same twice", () => {
  const secrets = Array.from({ length: 100 }, () => makeClientSecret({ bytes: randomBytes }));
  expect(new Set(secrets).size).toBe(100);
  expect(secrets.every((secret) => Buffer.from(secret, "base64url").length === 32)).toBe(true);
});

test("either live secret matches, nothing else does, and nothing matches where there is none", () => {
  const hashes = [hashSecret("first"), hashSecret("second")];
  expect(matchesSecret(hashes, "first")).toBe(true);
  expect(matchesSecret(hashes, "second")).toBe(true);
  expect(matchesSecret(hashes, "third")).toBe(false);
  expect(matchesSecret(hashes, "")).toBe(false);
  expect(matchesSecret([], "first")).toBe(false);
});
