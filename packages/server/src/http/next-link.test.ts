import { pageCursor } from "@tocsin/wire";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nextLink } from "./next-link.ts";

const url = "https://tocsin.test/panic-api/v2/predefinedLocations";

test("Whatever was asked for stands in the next page's address, and nothing else does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.integer({ min: 1 }), (reference, afterId) => {
      fc.pre(reference.isWellFormed());
      const link = nextLink(
        url,
        { limit: 2, externalReferenceId: reference, customerId: undefined, updatedSince: null },
        afterId,
      );
      expect(link).toMatch(/^<[\x21-\x3b\x3d\x3f-\x7e]+>; rel="next"$/);
      const next = new URL(link.slice(1, link.indexOf(">")));
      expect(next.origin + next.pathname).toBe(url);
      const { cursor, ...asked } = Object.fromEntries(next.searchParams);
      expect(asked).toEqual({ limit: "2", externalReferenceId: reference });
      expect(pageCursor.parse(cursor)).toBe(afterId);
    }),
  );
});
