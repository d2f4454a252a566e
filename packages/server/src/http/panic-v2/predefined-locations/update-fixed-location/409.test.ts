import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = { locationIdentifier: "x", latitude: "1", longitude: "1" };

async function create(externalReferenceId: string): Promise<number> {
  return (await system.request({ method: "POST", path, body: { ...place, externalReferenceId } })).body.id;
}

describe("409", () => {
  test("another live location has the reference; its own is no obstacle", async () => {
    await create("taken");
    const id = await create("own");
    const answer = await system.request({
      method: "PUT",
      path: `${path}/${id}`,
      body: { ...place, externalReferenceId: "taken" },
    });
    expect(answer.status).toBe(409);
    expect(answer.headers["x-error-code"]).toBe("reference-taken");
    expect(answer.body.message).toContain('externalReferenceId "taken"');
    const own = await system.request({
      method: "PUT",
      path: `${path}/${id}`,
      body: { ...place, externalReferenceId: "own" },
    });
    expect(own.status).toBe(200);
  });

  test("of ten locations that want one reference at the same instant one gets it", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => create(`rush-${index}`)));
    const token = await system.token();
    const body = { ...place, externalReferenceId: "wanted" };
    const answers = await Promise.all(
      ids.map((id) => system.request({ method: "PUT", path: `${path}/${id}`, token, body })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });
});
