import { addResponders, offerTo, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("what is absent stays as it is, and null clears", async () => {
  const [responder] = await addResponders(system, 1);
  const path = `/responders/${responder?.responderId}`;
  const named = await as(system, "supervisor", "PATCH", path, { callSign: "SWIFT 7", responseTypes: [2] });
  expect(named).toMatchObject({
    status: 200,
    body: { callSign: "SWIFT 7", responseTypes: [2], name: "Responder 1" },
  });
  const cleared = await as(system, "supervisor", "PATCH", path, { callSign: null });
  expect(cleared.body).toMatchObject({ callSign: null, responseTypes: [2] });
});

test("dispatch follows at once: whoever was disabled is asked no more", async () => {
  const [responder] = await addResponders(system, 1);
  const path = `/responders/${responder?.responderId}`;
  await as(system, "supervisor", "PATCH", path, { disabled: true });
  expect(system.context.fleet.find(responder?.responderId ?? 0)?.responder.disabledAt).not.toBeNull();
  const enabled = await as(system, "supervisor", "PATCH", path, { disabled: false });
  expect(enabled.body.disabledAt).toBeNull();
});

test("what is offered just now to whoever was disabled goes to the next at once", async () => {
  const { callout, asked } = await offerTo(system);
  const [{ responderId }] = asked;
  await as(system, "supervisor", "PATCH", `/responders/${responderId}`, { disabled: true });
  const { body } = await as(system, "operator", "GET", `/callouts/${callout.id}`);
  expect(body).toMatchObject({
    state: "awaiting",
    offers: [{ state: "declined" }],
    deadline: { kind: "dispatch" },
  });
  expect(body.timeline.at(-1)).toMatchObject({ kind: "offerDeclined", actor: { kind: "controller" } });
});
