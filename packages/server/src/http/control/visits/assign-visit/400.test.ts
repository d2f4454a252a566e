import { addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test.each([{}, { responderId: "7001" }, { responderId: 0 }, { responderId: 1.5 }])("%j", async (body) => {
  const { visitId } = await addVisit(system);
  const answer = await as(system, "operator", "POST", `/visits/${visitId}/assign`, body);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "responderId" }] } });
});
