import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { taken } from "../testing/visits.ts";

const system = useSystem();

test.each([
  [undefined, null],
  [{}, null],
  [{ notes: "" }, null],
  [{ notes: "Gate was open." }, "Gate was open."],
])("with %j", async (body, notes) => {
  const { app, path } = await taken(system);
  await app.post(`${path}/arrive`);
  system.clock.advance({ minutes: 5 });
  const completedAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  expect(await app.post(`${path}/complete`, body)).toMatchObject({
    status: 200,
    body: { state: "completed", completedAt, notes },
  });
});
