import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem({ demo: true });
const path = "/control/v1/simulator/callouts/1/advance";

test("Nobody without a session of the control room, a partner neither", async () => {
  const body = { to: "closed" };
  expect((await system.request({ method: "POST", path, token: null, body })).status).toBe(401);
  expect((await system.request({ method: "POST", path, body })).status).toBe(401);
});
