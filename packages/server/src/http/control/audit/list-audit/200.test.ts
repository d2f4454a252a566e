import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("who did what, on which, the newest first, page by page", async () => {
  const calloutId = await raise(system);
  const operator = await addOperator(system);
  const by = { token: await operator.token() };
  await act(system, calloutId, "own", undefined, by);
  await act(system, calloutId, "events", { message: "Called the site." }, by);
  await act(system, calloutId, "close", { outcome: "falseAlarm", notes: "A cat." }, by);
  const first = await as(system, "admin", "GET", "/audit?limit=2");
  expect(first.status).toBe(200);
  const subject = { kind: "callout", id: calloutId, customerSourceId: system.partner.customerSourceId };
  const actor = { kind: "operator", id: operator.operatorId, name: operator.name };
  expect(first.body.entries).toEqual([
    {
      id: expect.any(Number),
      at: "2026-01-15T08:00:00.000Z",
      actor,
      action: "close-callout",
      subject,
      body: { outcome: "falseAlarm", notes: "A cat." },
    },
    expect.objectContaining({ action: "comment-on-callout", body: { message: "Called the site." } }),
  ]);
  const second = await as(system, "admin", "GET", `/audit?limit=2&cursor=${first.body.nextCursor}`);
  expect(second.body).toMatchObject({
    entries: [{ action: "own-callout", actor, subject }],
    nextCursor: null,
  });
});

test("what was refused changed nothing, and is no action", async () => {
  const calloutId = await raise(system);
  const before = (await as(system, "admin", "GET", "/audit")).body.entries.length;
  expect((await act(system, calloutId, "complete")).status).toBe(409);
  expect((await act(system, 999_999, "own")).status).toBe(404);
  expect((await as(system, "admin", "GET", "/audit")).body.entries).toHaveLength(before);
});
