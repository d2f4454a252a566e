import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a callout is dismissed once", async () => {
  const { id } = await raiseCallout(system);
  const dismiss = () => system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/dismiss` });
  const answers = await Promise.all([dismiss(), dismiss(), dismiss()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.headers["x-error-code"]).toBe("callout-state");
});
