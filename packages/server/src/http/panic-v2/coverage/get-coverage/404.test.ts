import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("404 for a response type that there is none of", async () => {
  const answer = await system.request({ method: "GET", path: "/panic-api/v2/coverage/999" });
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ message: "Response type 999 was not found." });
});
