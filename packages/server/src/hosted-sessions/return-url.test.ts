import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { returnUrlOf } from "./return-url.ts";
import type { Signup } from "./types.ts";

const id = "8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d31";
const now = Temporal.Instant.from("2026-01-15T08:00:00Z");
const signup: Signup = {
  id,
  customerSourceId: 11,
  token: "",
  returnUrl: "https://example.com/done",
  email: null,
  customerReferenceId: null,
  siteDetails: null,
  status: "cancelled",
  errorCode: null,
  customerId: null,
  siteId: null,
  createdAt: now,
  updatedAt: now,
  expiresAt: now,
};
const back = (returnUrl: string, members: Partial<Signup> = {}) =>
  returnUrlOf({ ...signup, returnUrl, ...members });
const added = `status=cancelled&signupSessionId=${id}`;

describe("the partner's part stays letter for letter, with ours behind its query and before its fragment", () => {
  test.each([
    ["https://example.com/done", `https://example.com/done?${added}`],
    ["https://example.com", `https://example.com/?${added}`],
    ["https://example.com/done?a=1&b=%20+", `https://example.com/done?a=1&b=%20+&${added}`],
    ["https://example.com/done?", `https://example.com/done?${added}`],
    ["https://example.com/#/route?x=1", `https://example.com/?${added}#/route?x=1`],
    ["myapp://signup", `myapp://signup?${added}`],
    ["myapp://", `myapp://?${added}`],
    ["myapp:done?x=1#y", `myapp:done?x=1&${added}#y`],
    ["https://example.com/?status=mine", `https://example.com/?status=mine&${added}`],
  ])("%s", (returnUrl, expected) => {
    expect(back(returnUrl)).toBe(expected);
  });
});

test("what there is to tell is told, and nothing else", () => {
  const done = back("app://x", { status: "completed", customerId: 178001, siteId: 120001 });
  expect(done).toBe(`app://x?status=completed&signupSessionId=${id}&customerId=178001&siteId=120001`);
  const failed = back("app://x", { status: "failed", errorCode: "expired" });
  expect(failed).toBe(`app://x?status=failed&signupSessionId=${id}&error_code=expired`);
});

test("any address: what it asked for is asked for still, and no character of it leaves the header's line", () => {
  const parts = fc.tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.webQueryParameters(),
  );
  fc.assert(
    fc.property(parts, ([address]) => {
      const [before, after] = [new URL(address), new URL(back(address))];
      expect(after.hash).toBe(before.hash);
      expect(after.search.startsWith(before.search.replace(/[?&]$/, ""))).toBe(true);
      expect(after.searchParams.getAll("signupSessionId").at(-1)).toBe(id);
    }),
  );
  const wild = fc.string({ unit: "binary", maxLength: 40 }).map((tail) => `myapp:${tail}`);
  fc.assert(
    fc.property(wild, (address) => {
      fc.pre(URL.canParse(address));
      expect(back(address)).toMatch(/^[ -~]*$/);
    }),
  );
});
