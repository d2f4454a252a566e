import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { createOperatorService, demoOperator, listOperators, seedDemoOperator } from "./index.ts";

const system = useSystem();
const { username, password } = demoOperator;

/** A node over the same database, with the demo on or off. */
function nodeWith({ demo }: { readonly demo: boolean }) {
  return createOperatorService(system.context, system.context.sessions, { demo });
}

test("where the demo is on everybody signs in as a supervisor who need not change the password", async () => {
  expect(await seedDemoOperator(system.context)).toBe(true);
  expect(await seedDemoOperator(system.context)).toBe(true);
  expect(await listOperators(system.context.db)).toMatchObject([{ username, isDemo: true }]);
  const { operator, session } = await nodeWith({ demo: true }).signIn(username, password);
  expect(operator).toMatchObject({ role: "supervisor", mustChangePassword: false });
  expect((await nodeWith({ demo: true }).verify(session.token)).id).toBe(operator.id);
});

test("where it is off nobody does, and sessions from before are over", async () => {
  const { session } = await nodeWith({ demo: true }).signIn(username, password);
  await expect(nodeWith({ demo: false }).signIn(username, password)).rejects.toMatchObject({ status: 401 });
  await expect(nodeWith({ demo: false }).verify(session.token)).rejects.toMatchObject({ status: 401 });
});

test("nobody changes the password that everybody knows", async () => {
  const node = nodeWith({ demo: true });
  const { operator } = await node.signIn(username, password);
  const change = { current: password, next: "mine alone from now on" };
  await expect(node.changePassword(operator, change)).rejects.toMatchObject({
    status: 403,
    code: "forbidden",
  });
});

test("whoever had the name before keeps it", async () => {
  await system.context.db.query({ text: "update operator set is_demo = false" });
  expect(await seedDemoOperator(system.context)).toBe(false);
  expect(await listOperators(system.context.db)).toHaveLength(1);
});
