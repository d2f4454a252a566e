import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../../../panic-v2/leads/testing/add-lead.ts";
import { as } from "../../testing/as.ts";

const system = useSystem();
const now = () => system.clock.now().toString({ fractionalSecondDigits: 3 });

test("step by step, with the time of each", async () => {
  const { id } = await addLead(system);
  const step = async (status: string) => {
    system.clock.advance({ minutes: 1 });
    return (await as(system, "operator", "PATCH", `/leads/${id}`, { status })).body;
  };
  const started = await step("PROCESSING");
  const first = now();
  expect(started).toMatchObject({ status: "PROCESSING", processingStartedAt: first, updatedAt: first });
  expect(await step("FAILED")).toMatchObject({ processingStartedAt: first, failedAt: now() });
  expect(await step("PROCESSING")).toMatchObject({ processingStartedAt: first, failedAt: null });
  const converted = await step("CONVERTED");
  expect(converted).toMatchObject({ status: "CONVERTED", convertedAt: now(), failedAt: null });
  expect(converted.customerSource).toEqual({ id: system.partner.customerSourceId, name: "Acme Stores" });
});

test("there already: nothing changes, its times neither", async () => {
  const { id } = await addLead(system);
  const first = await as(system, "operator", "PATCH", `/leads/${id}`, { status: "PROCESSING" });
  system.clock.advance({ minutes: 1 });
  const again = await as(system, "operator", "PATCH", `/leads/${id}`, { status: "PROCESSING" });
  expect(again).toMatchObject({ status: 200, body: first.body });
});
