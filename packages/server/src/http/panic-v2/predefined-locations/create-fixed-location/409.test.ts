import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = { locationIdentifier: "store_1", latitude: "-26.1", longitude: "28.1" };

describe("409", () => {
  test("a live location has the reference", async () => {
    const body = { ...place, externalReferenceId: "taken" };
    expect((await system.request({ method: "POST", path, body })).status).toBe(201);
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(409);
    expect(answer.headers["x-error-code"]).toBe("reference-taken");
    expect(answer.body.message).toContain('externalReferenceId "taken"');
  });

  test("of twenty creates at the same instant one is answered 201 and nineteen 409", async () => {
    const token = await system.token();
    const body = { ...place, externalReferenceId: "rushed" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => system.request({ method: "POST", path, token, body })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 19 }, () => 409),
    ]);
  });

  test("is kept under an Idempotency-Key like any other answer", async () => {
    const body = { ...place, externalReferenceId: "kept" };
    const created = await system.request({ method: "POST", path, body });
    const request = { method: "POST", path, body, headers: { "idempotency-key": "late" } } as const;
    expect((await system.request(request)).status).toBe(409);
    await system.request({ method: "DELETE", path: `${path}/${created.body.id}` });
    expect((await system.request(request)).status).toBe(409);
  });

  test("is about exact text: another case, form or white space is another reference", async () => {
    for (const externalReferenceId of ["é", "e\u0301", "É", "é ", " é"]) {
      expect(
        (await system.request({ method: "POST", path, body: { ...place, externalReferenceId } })).status,
      ).toBe(201);
    }
  });
});
