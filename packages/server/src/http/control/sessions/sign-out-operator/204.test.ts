import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("ends this session and takes the cookie back; other sessions of the same person go on", async () => {
  const operator = await addOperator(system);
  const [here, elsewhere] = [await operator.token(), await operator.token()];
  const answer = await system.request({ method: "DELETE", path: "/control/v1/sessions", token: here });
  expect(answer).toMatchObject({ status: 204, text: "" });
  expect(answer.headers["set-cookie"]).toMatch(/^tocsin_control=; Path=\/control; Max-Age=0; /);
  const look = async (token: string) =>
    (await system.request({ method: "GET", path: "/control/v1/callouts", token })).status;
  expect([await look(here), await look(elsewhere)]).toEqual([401, 200]);
});
