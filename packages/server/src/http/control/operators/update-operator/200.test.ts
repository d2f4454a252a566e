import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { addKnownOperator, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("what is absent stays as it is", async () => {
  const { operatorId, name } = await addOperator(system);
  const path = `/operators/${operatorId}`;
  expect(await as(system, "admin", "PATCH", path, { role: "supervisor" })).toMatchObject({
    status: 200,
    body: { id: operatorId, name, role: "supervisor", disabledAt: null },
  });
  expect((await as(system, "admin", "PATCH", path, { name: "Dayshift M." })).body).toMatchObject({
    name: "Dayshift M.",
    role: "supervisor",
  });
  expect((await as(system, "admin", "PATCH", path, {})).body).toMatchObject({ name: "Dayshift M." });
});

test("disabled, their sessions are over at once; enabled again, they sign in anew", async () => {
  const { operatorId, username, password } = await addKnownOperator(system, "dayshift");
  const { accessToken: token } = (await signIn(system, username, password)).body;
  const request = { method: "GET", path: "/control/v1/callouts", token } as const;
  await as(system, "admin", "PATCH", `/operators/${operatorId}`, { disabled: true });
  expect((await system.request(request)).status).toBe(401);
  const enabled = await as(system, "admin", "PATCH", `/operators/${operatorId}`, { disabled: false });
  expect(enabled.body.disabledAt).toBeNull();
  expect((await system.request(request)).status).toBe(401);
  expect((await signIn(system, username, password)).status).toBe(201);
});

test("a new first password ends their sessions, and they have to change it", async () => {
  const { operatorId, username, password } = await addKnownOperator(system, "nightshift");
  const { accessToken: token } = (await signIn(system, username, password)).body;
  const body = { password: "another first password" };
  expect(await as(system, "admin", "PATCH", `/operators/${operatorId}`, body)).toMatchObject({
    status: 200,
    body: { mustChangePassword: true },
  });
  expect((await system.request({ method: "GET", path: "/control/v1/callouts", token })).status).toBe(401);
  expect((await signIn(system, username, password)).status).toBe(401);
  expect((await signIn(system, username, body.password)).body.operator.mustChangePassword).toBe(true);
});
