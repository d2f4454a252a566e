import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

test("404, in the same words, for an id that never was, another tenant's and a deleted one", async () => {
  const body = { externalReferenceId: "STORE-001", locationIdentifier: "x", latitude: 1, longitude: 1 };
  const deleted = await system.request({ method: "POST", path, body });
  await system.request({ method: "DELETE", path: `${path}/${deleted.body.id}` });
  const foreign = await system.request({
    method: "POST",
    path,
    body,
    token: await system.token(system.otherPartner),
  });
  for (const id of [999_999, foreign.body.id, deleted.body.id, Number.MAX_SAFE_INTEGER]) {
    const answer = await system.request({ method: "GET", path: `${path}/${id}` });
    expect(answer).toMatchObject({
      status: 404,
      text: JSON.stringify({ message: `Fixed location ${id} was not found.` }),
    });
  }
});
