import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { invalid } from "../../errors.ts";

/** A request takes no longer to arrive than this, its body included. */
export const arrivalMilliseconds = 30_000;

/** What Node's parser says → where it was wrong, and how. */
const reasons: Readonly<Record<string, readonly [field: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ["headers", "The request headers are larger than 16 KiB."],
  ERR_HTTP_REQUEST_TIMEOUT: [
    "request",
    `The request did not arrive within ${arrivalMilliseconds / 1000} s. Send it again.`,
  ],
};
const notHttp = ["request", "The request is not valid HTTP/1.1."] as const;

/** Answers what never becomes a request, shortly, and closes the connection. Fastify's `clientErrorHandler`. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [field, message] = reasons[error.code ?? ""] ?? notHttp;
  const body = JSON.stringify({ message, errors: [{ field, message }] });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nx-request-id: ${randomUUID()}\r\nx-error-code: invalid-request\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Node answers these two itself, without a word: now they go the way of every other request. */
export function answerOddRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async ({ raw }) => {
    if (raw.httpVersion === "1.1" && raw.headers.host === undefined)
      throw invalid("Host", "is required in HTTP/1.1");
  });
  // an expectation other than 100-continue may be passed over (RFC 9110 §10.1.1)
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
}
