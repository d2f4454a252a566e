import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addNewcomer, firstPassword, signIn } from "../../testing/known-operator.ts";

const system = useSystem();
const path = "/control/v1/password";
const next = "a choice of my own";

async function look(token: string): Promise<number> {
  return (await system.request({ method: "GET", path: "/control/v1/callouts", token })).status;
}

test("the control room is open from then on; every session of before is over", async () => {
  await addNewcomer(system, "dayshift");
  const { accessToken: elsewhere } = (await signIn(system, "dayshift", firstPassword)).body;
  const { accessToken: token } = (await signIn(system, "dayshift", firstPassword)).body;
  expect(await look(token)).toBe(403);
  const answer = await system.request({
    method: "POST",
    path,
    token,
    body: { current: firstPassword, next },
  });
  expect(answer).toMatchObject({ status: 200, body: { operator: { mustChangePassword: false } } });
  expect(answer.headers["set-cookie"]).toContain(answer.body.accessToken);
  expect(await look(answer.body.accessToken)).toBe(200);
  expect([await look(token), await look(elsewhere)]).toEqual([401, 401]);
  expect((await signIn(system, "dayshift", firstPassword)).status).toBe(401);
  expect((await signIn(system, "dayshift", next)).status).toBe(201);
});
