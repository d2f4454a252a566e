import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addNewcomer, firstPassword, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("who found a session open guesses no more often than at the door", async () => {
  await addNewcomer(system, "dayshift");
  const { accessToken: token } = (await signIn(system, "dayshift", firstPassword)).body;
  const body = { current: "a guess of mine", next: "a choice of my own" };
  const request = { method: "POST", path: "/control/v1/password", token, body } as const;
  for (let guess = 0; guess < 10; guess++) expect((await system.request(request)).status).toBe(400);
  const refused = await system.request(request);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await signIn(system, "dayshift", firstPassword)).status).toBe(429);
});
