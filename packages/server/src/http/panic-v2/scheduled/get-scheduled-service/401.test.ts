import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { path } from "../testing/schedule.ts";

const system = useSystem();

test.each([null, "not-a-token"])("with the token %s, whatever else is wrong", async (token) => {
  const answer = await system.request({ method: "GET", path: `${path}/x`, token });
  expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
});
