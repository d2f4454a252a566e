import { Readable } from "node:stream";
import type { Answer } from "../route.ts";

/** A source of frames that ends soon after `close` was called. */
export interface Frames {
  readonly frames: AsyncIterator<string, void>;
  readonly close: () => void;
}

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // or a node that stops would wait for a client that keeps the connection for later
  connection: "close",
  // nginx would else collect events until its buffer is full
  "x-accel-buffering": "no",
};

/**
 * Answers with server-sent events: as fast as the client takes them, one frame asked for at a time, so that a slow client
 * costs no memory. Closes the source when the client has gone.
 */
export function eventStream({ frames, close }: Frames): Answer {
  const body = new Readable({
    async read() {
      try {
        const { value, done } = await frames.next();
        if (!this.destroyed) this.push(done ? null : value);
      } catch (error) {
        this.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    },
    destroy(error, done) {
      close();
      done(error);
    },
  });
  return { status: 200, headers, body };
}
