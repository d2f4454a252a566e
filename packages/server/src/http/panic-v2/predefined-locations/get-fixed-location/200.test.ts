import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

test("200 carries what the create answered", async () => {
  const body = {
    externalReferenceId: "STORE-001",
    name: "Long Street Store",
    latitude: "-33.9",
    longitude: "18.4",
  };
  const created = await system.request({ method: "POST", path, body });
  const answer = await system.request({ method: "GET", path: `${path}/${created.body.id}` });
  expect(answer).toMatchObject({ status: 200, text: created.text });
});
