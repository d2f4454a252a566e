import { addResponders, offerTo, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("what is absent stays as it is; a renewed secret is shown once", async () => {
  const { body: made } = await as(system, "supervisor", "POST", "/suppliers", { name: "Swift Response" });
  const path = `/suppliers/${made.id}`;
  const renamed = await as(system, "supervisor", "PATCH", path, { name: "Swifter Response" });
  expect(renamed).toMatchObject({ status: 200, body: { name: "Swifter Response", fleetSecret: null } });
  const renewed = await as(system, "supervisor", "PATCH", path, { renewFleetSecret: true });
  expect(renewed.body).toMatchObject({ name: "Swifter Response", fleetSecret: expect.any(String) });
  expect(renewed.body.fleetSecret).not.toBe(made.fleetSecret);
});

test("disabled, none of its responders is a candidate any more", async () => {
  const [responder] = await addResponders(system, 1);
  await as(system, "supervisor", "PATCH", `/suppliers/${responder?.supplierId}`, { disabled: true });
  const { responders } = (await as(system, "operator", "GET", "/responders")).body;
  expect(
    responders.find(({ id }: { id: number }) => id === responder?.responderId).disabledAt,
  ).not.toBeNull();
});

test("disabled, what is offered just now to one of its responders goes to the next at once", async () => {
  const { callout, asked } = await offerTo(system);
  const [{ supplierId }] = asked;
  await as(system, "supervisor", "PATCH", `/suppliers/${supplierId}`, { disabled: true });
  const { body } = await as(system, "operator", "GET", `/callouts/${callout.id}`);
  expect(body).toMatchObject({
    state: "awaiting",
    offers: [{ state: "declined" }],
    deadline: { kind: "dispatch" },
  });
  expect(body.timeline.at(-1)).toMatchObject({ kind: "offerDeclined", actor: { kind: "controller" } });
});
