import { addPlaces, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

test("404, in the same words, for a reference that never was, another tenant's and a deleted one", async () => {
  const [foreign = ""] = await addPlaces(system, 1, "theirs", system.otherPartner);
  const [deleted = ""] = await addPlaces(system, 1, "gone");
  const { body } = await system.request({ method: "GET", path: `${path}/externalRef/${deleted}` });
  await system.request({ method: "DELETE", path: `${path}/${body.id}` });
  for (const reference of ["nowhere", foreign, deleted]) {
    const answer = await system.request({ method: "GET", path: `${path}/externalRef/${reference}` });
    const message = `Fixed location with externalReferenceId "${reference}" was not found.`;
    expect(answer).toMatchObject({ status: 404, text: JSON.stringify({ message }) });
  }
});
