import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const say = (id: number, body: unknown, headers = {}) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/events`, body, headers });
const list = async (id: number) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/events` })).body;

describe("201", () => {
  test("the older shape, as published: flat, with the event as the list has it", async () => {
    const { id } = await raiseCallout(system);
    const message = "Customer reports they are safe.";
    const answer = await say(id, { message });
    const listed = (await list(id)).at(-1);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: listed.id,
      calloutId: id,
      message,
      createdAt: listed.createdAt,
      calloutEvent: listed,
      calloutEventTags: [],
    });
    expect(listed).toMatchObject({
      message,
      calloutEventTypeId: 1,
      calloutEventType: { id: 1, value: "COMMENT" },
      event: { kind: "commented", source: null, message },
      createdBy: "acme",
    });
  });

  test.each([
    ["text", "Alarm 7 again"],
    ["an object with the text in message", { message: "Alarm 7 again", zone: 4 }],
  ])("the newer shape with %s", async (_title, event) => {
    const { id } = await raiseCallout(system);
    const { status, body } = await say(id, { source: "panel", event, message: "older, so not taken" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      message: "Alarm 7 again",
      calloutEvent: { message: "Alarm 7 again", event: { source: "panel", message: "Alarm 7 again" } },
    });
  });

  test.each([
    ["Call @police and @fire-brigade, @police first.", ["@police", "@fire-brigade"]],
    ["@安全 im @Büro_2!", ["@安全", "@Büro_2"]],
    ["write to a@b.example or @ nobody", []],
  ])("tags of %j", async (message, tags) => {
    const { id } = await raiseCallout(system);
    const { body } = await say(id, { message });
    expect(body.calloutEventTags).toEqual(tags.map((tag, index) => ({ id: index + 1, tag })));
    expect((await list(id)).at(-1).calloutEventTags).toEqual(body.calloutEventTags);
  });

  test("words are welcome after the close too", async () => {
    const callout = await raiseCallout(system);
    await bringTo(system, callout, "closed", await addResponder(system));
    expect((await say(callout.id, { message: "Thank you" })).status).toBe(201);
    expect((await list(callout.id)).at(-1).message).toBe("Thank you");
  });

  test("under the same Idempotency-Key they are said once", async () => {
    const { id } = await raiseCallout(system);
    const key = { "idempotency-key": `say-${id}` };
    const [first, second] = [
      await say(id, { message: "Once" }, key),
      await say(id, { message: "Once" }, key),
    ];
    expect(second.text).toBe(first.text);
    expect(await list(id)).toHaveLength(2);
  });
});
