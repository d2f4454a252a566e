import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

/** Room for whoever sends a photo where JSON belongs. Who sends more than this, or slower, is cut off. */
const maxBytes = 16 * 1024 * 1024;
const maxMilliseconds = 2_000;

/**
 * Reads the rest of a body that was refused before it was read (401, 413, 415) and throws it away before the answer
 * leaves. Otherwise many clients never see the answer: they are still writing when the connection closes, and all they
 * report is a broken pipe.
 */
export function readRefusedBodies(app: FastifyInstance): void {
  app.addHook("onSend", (request, _reply, _payload, done) => {
    // an injected request has no `complete`: what was read to its end is done with
    if (request.raw.complete || request.raw.readableEnded || !hasBody(request.raw)) done();
    else discard(request.raw, done);
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function discard(body: IncomingMessage, done: () => void): void {
  let bytes = 0;
  const stop = (): void => {
    clearTimeout(timer);
    body.off("data", count).off("end", stop).off("close", stop);
    done();
  };
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > maxBytes) stop();
  };
  const timer = setTimeout(stop, maxMilliseconds);
  body.on("data", count).on("end", stop).on("close", stop);
}
