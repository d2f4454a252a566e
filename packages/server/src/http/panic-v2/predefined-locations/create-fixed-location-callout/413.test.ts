import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a body of 10 MB is refused before it is read", async () => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations/externalRef/any/callouts",
    body: Buffer.alloc(10 * 1024 * 1024, 0x20),
  });
  expect(answer.status).toBe(413);
  expect(answer.headers["x-error-code"]).toBe("body-too-large");
});
