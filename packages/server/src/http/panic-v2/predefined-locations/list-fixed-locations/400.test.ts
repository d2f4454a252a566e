import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

const queries: readonly [query: string, fields: readonly string[]][] = [
  ["limit=0", ["limit"]],
  ["limit=1001", ["limit"]],
  ["limit=ten", ["limit"]],
  ["limit=1&limit=2", ["limit"]],
  ["cursor=garbage", ["cursor"]],
  ["cursor=120045", ["cursor"]],
  [`cursor=${"A".repeat(5000)}`, ["cursor"]],
  ["cursor=%00", ["cursor"]],
  ["customerId=x", ["customerId"]],
  ["customerId=9007199254740992", ["customerId"]],
  ["customerId=1e3", ["customerId"]],
  [`externalReferenceId=${"x".repeat(129)}`, ["externalReferenceId"]],
  ["externalReferenceId=a%00b", ["externalReferenceId"]],
  ["updatedSince=yesterday", ["updatedSince"]],
  ["updatedSince=2024-06-10", ["updatedSince"]],
  ["updatedSince=2024-06-31T00:00:00Z", ["updatedSince"]],
  ["updatedSince=0000-01-01T00:00:00Z", ["updatedSince"]],
  ["updatedSince=9999-12-31T23:59:59-14:00", ["updatedSince"]],
  ["limit=0&cursor=x&customerId=0", ["limit", "cursor", "customerId"]],
];

describe("400", () => {
  test.each(queries)("?%s", async (query, fields) => {
    const answer = await system.request({ method: "GET", path: `${path}?${query}` });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test("never for a strange but possible question", async () => {
    const possible = [
      "updatedSince=2024-06-10T14:45:00.123456789012345Z",
      "updatedSince=0001-01-01T00:00:00Z",
      "limit=0010",
      "colour=red",
    ];
    for (const query of possible)
      expect((await system.request({ method: "GET", path: `${path}?${query}` })).status, query).toBe(200);
  });
});
