import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../../../panic-v2/leads/testing/add-lead.ts";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("a step its status does not lead to: nothing changes, and the answer says what is possible", async () => {
  const { id } = await addLead(system);
  expect(await as(system, "operator", "PATCH", `/leads/${id}`, { status: "CONVERTED" })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "lead-state" },
    body: {
      message:
        "The lead is RECEIVED and can't become CONVERTED. From there it can become PROCESSING or FAILED.",
    },
  });
  const { body } = await as(system, "operator", "GET", "/leads");
  expect(body.leads).toMatchObject([{ status: "RECEIVED", convertedAt: null }]);
});

test("what is converted stays so", async () => {
  const { id } = await addLead(system);
  for (const status of ["PROCESSING", "CONVERTED"])
    await as(system, "operator", "PATCH", `/leads/${id}`, { status });
  const answer = await as(system, "operator", "PATCH", `/leads/${id}`, { status: "FAILED" });
  expect(answer.body.message).toBe("The lead is CONVERTED and can't become FAILED. That is its end.");
});

test("of two who convert and fail it at once, one is refused", async () => {
  const { id } = await addLead(system);
  await as(system, "operator", "PATCH", `/leads/${id}`, { status: "PROCESSING" });
  const answers = await Promise.all(
    ["CONVERTED", "FAILED"].map((status) => as(system, "operator", "PATCH", `/leads/${id}`, { status })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
