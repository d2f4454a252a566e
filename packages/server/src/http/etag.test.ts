import { expect, test } from "vitest";
import { matchesEtag, weakEtag } from "./etag.ts";

const etag = weakEtag("7-12");

test("No If-None-Match: nothing matches", () => {
  expect(matchesEtag(undefined, etag)).toBe(false);
  expect(matchesEtag("", etag)).toBe(false);
});

test("A star matches whatever is there", () => {
  expect(matchesEtag("*", etag)).toBe(true);
  expect(matchesEtag(" * ", etag)).toBe(true);
});

test("The tag itself matches, weak or strong: the comparison is the weak one", () => {
  expect(matchesEtag('W/"7-12"', etag)).toBe(true);
  expect(matchesEtag('"7-12"', etag)).toBe(true);
});

test("It may be anywhere in a list, over several header lines too", () => {
  expect(matchesEtag('"a", W/"b,c" ,W/"7-12"', etag)).toBe(true);
  expect(matchesEtag(['"a"', '"7-12"'], etag)).toBe(true);
});

test("Other tags, parts of it and unquoted text do not match", () => {
  for (const other of ['"7-1"', '"7-123"', '"x,7-12,y"', "7-12", 'W/"7-13", "a"', '"*"']) {
    expect(matchesEtag(other, etag), other).toBe(false);
  }
});
