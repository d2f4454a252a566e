import { addPlaces, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations/externalRef/bad-1/callouts";

const bodies: [string, unknown, string][] = [
  ["no responseTypeId", {}, "responseTypeId"],
  ["no body at all", undefined, "responseTypeId"],
  ["text for a number", { responseTypeId: "1" }, "responseTypeId"],
  ["a fraction", { responseTypeId: 1.5 }, "responseTypeId"],
  ["an unknown response type", { responseTypeId: 99 }, "responseTypeId"],
  ["a response type that is not switched on", { responseTypeId: 3 }, "responseTypeId"],
  ["infinity", '{"responseTypeId": 1e999}', "responseTypeId"],
  ["beyond 2^53", '{"responseTypeId": 9007199254740993}', "responseTypeId"],
  ["an unknown classification", { responseTypeId: 1, calloutClassificationId: 4 }, "calloutClassificationId"],
  ["text for a flag", { responseTypeId: 1, internalTest: "true" }, "internalTest"],
  ["a NUL character", { responseTypeId: 1, installerIdentifier: "a\0b" }, "installerIdentifier"],
  ["a lone surrogate", '{"responseTypeId": 1, "installerIdentifier": "\\ud800"}', "installerIdentifier"],
  ["an array for a body", [], "body"],
  ["a list in text's place", { responseTypeId: 1, installerIdentifier: ["a"] }, "installerIdentifier"],
];

describe("400", () => {
  beforeAll(() => addPlaces(system, 1, "bad"));

  test.each(bodies)("%s is refused by name", async (_title, body, field) => {
    const { status, body: answer, headers } = await system.request({ method: "POST", path, body });
    expect(status).toBe(400);
    expect(headers["x-error-code"]).toBe("invalid-request");
    expect(answer.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(answer.message).toContain(field);
  });

  test.each([undefined, "", 3, 99, "x"])(
    "every bad member is named at once, responseTypeId %s among them",
    async (responseTypeId) => {
      const body = { responseTypeId, calloutClassificationId: 0, internalTest: 1, installerIdentifier: 5 };
      const answer = await system.request({ method: "POST", path, body });
      expect(answer.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
        "calloutClassificationId",
        "installerIdentifier",
        "internalTest",
        "responseTypeId",
      ]);
    },
  );

  test("whoever sends text for an id is told that it must be an integer", async () => {
    const body = { responseTypeId: "1", calloutClassificationId: "REAL" };
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.body.message).toBe(
      "responseTypeId must be an integer; calloutClassificationId must be an integer",
    );
  });

  test.each([
    ["{", "malformed-json"],
    ["[".repeat(100_000), "malformed-json"],
    [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), "malformed-json"],
  ])("malformed JSON is malformed JSON (%#)", async (body, code) => {
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe(code);
  });

  test("is answered again, byte for byte, under the same Idempotency-Key", async () => {
    const headers = { "idempotency-key": "refused" };
    const first = await system.request({ method: "POST", path, body: {}, headers });
    const again = await system.request({ method: "POST", path, body: {}, headers });
    expect(first.status).toBe(400);
    expect(again).toMatchObject({ status: 400, text: first.text });
    expect(again.headers["x-error-code"]).toBe("invalid-request");
  });

  test.each(["%00", "a%00b", "%ed%a0%80", "%ff", encodeURIComponent("x".repeat(129))])(
    "the reference %s can't be one",
    async (reference) => {
      const answer = await system.request({
        method: "POST",
        path: `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`,
        body: { responseTypeId: 1 },
      });
      expect(answer.status).toBe(400);
    },
  );

  test("comes before 404: a bad body at an unknown place is a bad body", async () => {
    const answer = await system.request({ method: "POST", path: path.replace("bad-1", "nowhere"), body: {} });
    expect(answer.status).toBe(400);
  });

  test("is the status of an unknown reference when the tenant chose so", async () => {
    await system.context.db.query({
      text: `update customer_source set policies = '{"unknownReferenceStatus": 400}' where id = $1`,
      values: [system.otherPartner.customerSourceId],
    });
    const token = await system.token(system.otherPartner);
    const answer = await system.request({
      method: "POST",
      path: path.replace("bad-1", "nowhere"),
      token,
      body: { responseTypeId: 1 },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe("unknown-reference");
  });
});
