import { addPlaces, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("another tenant's callout is as absent as one that never was", async () => {
  const [place = ""] = await addPlaces(system, 1, "theirs", system.otherPartner);
  const token = await system.token(system.otherPartner);
  const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  const { body: theirs } = await system.request({ method: "POST", path, token, body: { responseTypeId: 1 } });
  const answers = await Promise.all(
    [theirs.id, theirs.id + 1000].map((id) =>
      system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(answers[0]?.body.message.replace(String(theirs.id), "N")).toBe(
    answers[1]?.body.message.replace(String(theirs.id + 1000), "N"),
  );
});
