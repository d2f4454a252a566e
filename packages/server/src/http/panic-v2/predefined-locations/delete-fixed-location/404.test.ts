import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

test("404, in the same words, for an id that never was, another tenant's and a deleted one; theirs stays", async () => {
  const body = { externalReferenceId: "STORE-001", locationIdentifier: "x", latitude: 1, longitude: 1 };
  const token = await system.token(system.otherPartner);
  const foreign = await system.request({ method: "POST", path, body, token });
  const own = await system.request({ method: "POST", path, body });
  expect((await system.request({ method: "DELETE", path: `${path}/${own.body.id}` })).status).toBe(200);
  for (const id of [999_999, foreign.body.id, own.body.id]) {
    const answer = await system.request({ method: "DELETE", path: `${path}/${id}` });
    expect(answer).toMatchObject({
      status: 404,
      text: JSON.stringify({ message: `Fixed location ${id} was not found.` }),
    });
  }
  expect((await system.request({ method: "GET", path: `${path}/${foreign.body.id}`, token })).status).toBe(
    200,
  );
});
