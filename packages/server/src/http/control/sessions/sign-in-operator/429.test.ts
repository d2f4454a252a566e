import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addKnownOperator, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("ten wrong passwords in 15 minutes, and for a while none is looked at any more, the right one neither", async () => {
  const { username, password } = await addKnownOperator(system, "dayshift");
  const tries = await Promise.all(Array.from({ length: 10 }, () => signIn(system, "Dayshift", "wrong")));
  expect(tries.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
  const refused = await signIn(system, username, password);
  expect(refused).toMatchObject({ status: 429, headers: { "x-error-code": "too-many-attempts" } });
  const seconds = Number(refused.headers["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(900);

  const other = await addKnownOperator(system, "nightshift");
  expect((await signIn(system, other.username, other.password)).status).toBe(201);

  system.clock.advance({ seconds });
  expect((await signIn(system, username, password)).status).toBe(201);
});
