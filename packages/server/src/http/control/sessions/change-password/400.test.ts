import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addNewcomer, firstPassword, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test.each([
  [{ current: firstPassword, next: "too short" }, "next must be 12 to 256 characters of text"],
  [{ current: firstPassword, next: firstPassword }, "next must be another password than the one before"],
  [{ current: "not my password", next: "a choice of my own" }, "current is not the password you have now"],
  [{ next: "a choice of my own" }, "current is required (a string)"],
])("%j", async (body, message) => {
  const username = `dayshift-${system.context.random.bytes(4).toString("hex")}`;
  await addNewcomer(system, username);
  const { accessToken: token } = (await signIn(system, username, firstPassword)).body;
  const answer = await system.request({ method: "POST", path: "/control/v1/password", token, body });
  expect(answer).toMatchObject({ status: 400, body: { message } });
  expect((await signIn(system, username, firstPassword)).status).toBe(201);
});
