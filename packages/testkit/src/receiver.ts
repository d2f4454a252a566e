import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // a test asserts on shape and value at once; types would only repeat the assertion
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** A partner's end of the webhooks, in this process. */
export interface Receiver {
  readonly url: string;
  /** Everything that arrived since the test began, answered or not. */
  readonly received: readonly ReceivedWebhook[];
  /** How each is answered: a status, or whatever else is done with the response. 200 at the beginning of each test. */
  answer(how: number | ((webhook: ReceivedWebhook, response: ServerResponse) => void)): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createReceiver(): Receiver {
  const received: ReceivedWebhook[] = [];
  let respond: (webhook: ReceivedWebhook, response: ServerResponse) => void;
  let url = "";
  const answer: Receiver["answer"] = (how) => {
    respond = typeof how === "number" ? (_webhook, response) => response.writeHead(how).end() : how;
  };
  answer(200);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const webhook = {
        path: request.url ?? "",
        headers: request.headers,
        text,
        body: JSON.parse(text) as unknown,
      };
      received.push(webhook);
      respond(webhook, response);
    });
  });
  return {
    received,
    answer,
    get url() {
      return url;
    },
    async start() {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A {@link Receiver} for the test file that calls it; each test begins with nothing received. */
export function useReceiver(): Receiver {
  const receiver = createReceiver();
  beforeAll(() => receiver.start());
  beforeEach(() => {
    (receiver.received as ReceivedWebhook[]).length = 0;
    receiver.answer(200);
  });
  afterAll(() => receiver.stop());
  return receiver;
}
