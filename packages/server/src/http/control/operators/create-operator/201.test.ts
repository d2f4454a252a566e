import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("an operator who signs in and must change the password; the password is shown nowhere", async () => {
  const password = "a first password";
  const body = { username: "Dayshift@acme.example", name: "Dayshift", role: "supervisor", password };
  const { status, body: made, text } = await as(system, "admin", "POST", "/operators", body);
  expect(status).toBe(201);
  expect(made).toEqual({
    id: expect.any(Number),
    username: "dayshift@acme.example",
    name: "Dayshift",
    role: "supervisor",
    mustChangePassword: true,
    isDemo: false,
    createdAt: "2026-01-15T08:00:00.000Z",
    updatedAt: "2026-01-15T08:00:00.000Z",
    disabledAt: null,
  });
  const listed = await as(system, "admin", "GET", "/operators");
  expect(listed.body.operators).toContainEqual(made);
  const audit = await as(system, "admin", "GET", "/audit");
  expect(`${text}${listed.text}${audit.text}`).not.toMatch(/a first password|argon2|password_hash/);
  expect(await signIn(system, "dayshift@acme.example", password)).toMatchObject({
    status: 201,
    body: { operator: { role: "supervisor", mustChangePassword: true } },
  });
});
