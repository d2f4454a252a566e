import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("no such responder, or one who was disabled", async () => {
  const calloutId = await raise(system);
  const [responder] = await addResponders(system, 1);
  const responderId = responder?.responderId ?? 0;
  await system.request({
    method: "PATCH",
    path: `/control/v1/responders/${responderId}`,
    token: await system.operatorToken("supervisor"),
    body: { disabled: true },
  });
  for (const id of [999_999, responderId]) {
    const body = { responderId: id, override: true, reason: "Somebody must go." };
    expect(await act(system, calloutId, "dispatch", body)).toMatchObject({
      status: 404,
      body: { message: `Responder ${id} was not found.` },
    });
  }
});
