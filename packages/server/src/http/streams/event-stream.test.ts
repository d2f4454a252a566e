import { once } from "node:events";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { eventStream } from "./event-stream.ts";

async function* endless(): AsyncGenerator<string, void> {
  for (;;) yield "x".repeat(1024);
}

/** A stream that counts how many frames were asked for. */
function counted() {
  const asked = { frames: 0, closed: 0 };
  const source = endless();
  const frames: AsyncIterator<string, void> = {
    next() {
      asked.frames++;
      return source.next();
    },
  };
  const { body } = eventStream({ frames, close: () => asked.closed++ });
  return { asked, body: body as Readable };
}

test("a client that takes nothing costs no more than one buffer", async () => {
  const { asked, body } = counted();
  body.read(0);
  await once(body, "readable");
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked.frames).toBeLessThanOrEqual(Math.ceil(body.readableHighWaterMark / 1024) + 1);
  body.destroy();
});

test("when the client has gone, the source is closed", async () => {
  const { asked, body } = counted();
  await once(body, "readable");
  body.destroy();
  await once(body, "close");
  expect(asked.closed).toBe(1);
});

test("a source that ends ends the answer, one that fails breaks it off", async () => {
  const close = () => undefined;
  const ending = eventStream({ frames: Readable.from(["one", "two"])[Symbol.asyncIterator](), close });
  expect(await (ending.body as Readable).toArray()).toEqual([Buffer.from("one"), Buffer.from("two")]);
  const failing = eventStream({ frames: { next: () => Promise.reject(new Error("away")) }, close });
  await expect((failing.body as Readable).toArray()).rejects.toThrow("away");
});
