import { expect, test } from "vitest";
import type { Claims } from "./access-token.ts";
import { createVerifiedTokens } from "./verified-tokens.ts";

function claims(expiresAt: number): Claims {
  return { clientId: "acme", customerSourceId: 11, bearer: { scope: "server" }, issuedAt: 0, expiresAt };
}

test("a token is forgotten in the second it expires", () => {
  const tokens = createVerifiedTokens(10);
  tokens.add("t", claims(100));
  expect(tokens.get("t", 99)).toBeDefined();
  expect(tokens.get("t", 100)).toBeUndefined();
  expect(tokens.get("t", 99)).toBeUndefined();
});

test("a full cache drops the oldest", () => {
  const tokens = createVerifiedTokens(3);
  for (const token of ["a", "b", "c", "d"]) tokens.add(token, claims(100));
  expect(["a", "b", "c", "d"].filter((token) => tokens.get(token, 0))).toEqual(["b", "c", "d"]);
});
