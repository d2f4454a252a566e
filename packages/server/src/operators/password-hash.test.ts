import { argon2Sync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashPassword, matchesPassword } from "./password-hash.ts";

const random = { bytes: randomBytes };

describe("a password", () => {
  test("is kept as an Argon2id hash in the usual form, each time with another salt", async () => {
    const [one, other] = await Promise.all([hashPassword(random, "secret"), hashPassword(random, "secret")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await matchesPassword(one, "secret")).toBe(true);
    expect(await matchesPassword(one, "Secret")).toBe(false);
  });

  test("that was hashed at another cost is still understood", async () => {
    const nonce = randomBytes(16);
    const cost = { memory: 1_024, passes: 3, parallelism: 1 };
    const hash = argon2Sync("argon2id", { message: "old secret", nonce, tagLength: 32, ...cost });
    const plain = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
    const kept = `$argon2id$v=19$m=1024,t=3,p=1$${plain(nonce)}$${plain(hash)}`;
    expect(await matchesPassword(kept, "old secret")).toBe(true);
    expect(await matchesPassword(kept, "new secret")).toBe(false);
  });

  test("typed with a composed or a combining accent is the same", async () => {
    expect(await matchesPassword(await hashPassword(random, "caf\u00e9"), "cafe\u0301")).toBe(true);
  });

  test("matches nobody where there is nobody, the empty one neither", async () => {
    expect(await matchesPassword(null, "")).toBe(false);
    expect(await matchesPassword(null, "secret")).toBe(false);
  });

  test("whose hash was spoilt is a failure of ours, not a wrong password", async () => {
    await expect(matchesPassword("$2b$10$abc", "secret")).rejects.toThrow("not in the form");
  });
});
