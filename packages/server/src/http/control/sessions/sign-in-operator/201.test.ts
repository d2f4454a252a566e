import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addKnownOperator, addNewcomer, firstPassword, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("a session in the body for programs, and the same in a cookie that no script can read", async () => {
  const { username, password, operatorId } = await addKnownOperator(system, "dayshift");
  const { status, body, headers } = await signIn(system, username, password);
  expect(status).toBe(201);
  expect(body).toEqual({
    accessToken: expect.stringMatching(/^[\w-]{43}$/),
    expiresIn: 43_200,
    operator: { id: operatorId, name: "Name of dayshift", role: "operator", mustChangePassword: false },
  });
  expect(headers["set-cookie"]).toBe(
    `tocsin_control=${body.accessToken}; Path=/control; Max-Age=43200; HttpOnly; SameSite=Strict; Secure`,
  );
  expect(headers["cache-control"]).toBe("no-store");
});

test("case does not count in the username, and does in the password", async () => {
  const { password } = await addKnownOperator(system, "nightshift");
  expect((await signIn(system, "NightShift", password)).status).toBe(201);
  expect((await signIn(system, "nightshift", password.toUpperCase())).status).toBe(401);
});

test("who was given a first password is told to change it", async () => {
  await addNewcomer(system, "new");
  const { body } = await signIn(system, "new", firstPassword);
  expect(body.operator).toMatchObject({ mustChangePassword: true });
});

test("a cookie over plain http is not Secure: the browser would throw it away", async () => {
  const { username, password } = await addKnownOperator(system, "local");
  const settings = system.context.settings as { publicUrl: string };
  const before = settings.publicUrl;
  settings.publicUrl = "http://127.0.0.1:8080";
  try {
    const { headers } = await signIn(system, username, password);
    expect(headers["set-cookie"]).toMatch(/; SameSite=Strict$/);
  } finally {
    settings.publicUrl = before;
  }
});
