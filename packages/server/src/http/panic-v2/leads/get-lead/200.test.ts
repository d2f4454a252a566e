import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../testing/add-lead.ts";

const system = useSystem();

test("reads as it was answered when it was made, however its id is spelt", async () => {
  const lead = await addLead(system);
  for (const id of [lead.id, lead.id.toUpperCase()]) {
    const answer = await system.request({ method: "GET", path: `/panic-api/v2/leads/${id}` });
    expect(answer).toMatchObject({ status: 200, body: { ...lead, message: "Lead found." } });
  }
});

test("tells what the control room made of it", async () => {
  const { id } = await addLead(system);
  system.clock.advance({ minutes: 5 });
  await system.request({
    method: "PATCH",
    path: `/control/v1/leads/${id}`,
    token: await system.operatorToken(),
    body: { status: "PROCESSING" },
  });
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  const answer = await system.request({ method: "GET", path: `/panic-api/v2/leads/${id}` });
  expect(answer.body).toMatchObject({ status: "PROCESSING", processingStartedAt: now, updatedAt: now });
});
