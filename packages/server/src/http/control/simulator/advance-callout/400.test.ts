import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem({ demo: true });

test.each([[{}], [{ to: "cancelled" }], [{ to: "closed", webhooks: "no" }]])(
  "%j is refused",
  async (body) => {
    const { id } = await raiseCallout(system);
    const token = await system.operatorToken();
    const path = `/control/v1/simulator/callouts/${id}/advance`;
    expect((await system.request({ method: "POST", path, token, body })).status).toBe(400);
  },
);
