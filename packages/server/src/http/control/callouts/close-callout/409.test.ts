import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("not over the head of a responder at work", async () => {
  const { calloutId } = await raiseAndSend(system);
  const answer = await act(system, calloutId, "close", { outcome: "attended" });
  expect(answer).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining("responderActive") },
  });
});

test("not twice, not even at the same instant", async () => {
  const calloutId = await raise(system);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => act(system, calloutId, "close", { outcome: "falseAlarm" })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
});
