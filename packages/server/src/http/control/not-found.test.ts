import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { controlOperations } from "./operations.ts";
import { as } from "./testing/as.ts";
import { sampleBodies } from "./testing/sample-bodies.ts";

/** For every operation about one thing: stands for a 404.test.ts in each folder. */
const system = useSystem();
const aboutOne = controlOperations.filter(({ path }) => path.includes("/:"));

/** Operation → an id that nothing has, where ids are no numbers. */
const absentIds: Readonly<Record<string, string>> = { "update-lead": "00000000-0000-4000-8000-000000000000" };

test("there are such operations", () => {
  expect(aboutOne.length).toBeGreaterThan(15);
});

test.each(aboutOne.map((operation) => ({ name: operation.operationId, operation })))(
  "$name of what is not there: 404 that names it",
  async ({ name, operation }) => {
    const path = operation.path.replace("/control/v1", "").replaceAll(/:\w+/g, absentIds[name] ?? "999999");
    const answer = await as(system, "admin", operation.method, path, sampleBodies[name]);
    expect(answer).toMatchObject({ status: 404, headers: { "x-error-code": "not-found" } });
    expect(answer.body.message).toMatch(
      /^(Callout|Coverage area|Lead|Operator|Responder|Supplier|Visit) (999999|0{8}-0{4}-4000-8000-0{12}) was not found\.$|^The simulator/,
    );
  },
);
