import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AppContext } from "@tocsin/server";

/** One server-sent event as a client reads it. */
export interface ServerSentEvent {
  /** Null when it has none. */
  readonly id: string | null;
  readonly event: string;
  // a test asserts on shape and value at once; types would only repeat the assertion
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

/** A client of a stream of server-sent events. */
export interface StreamClient {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  /** The whole answer, of one that is no stream. */
  text(): Promise<string>;
  /** Each event as it comes; ends with the connection, and ends the connection when it is left. */
  events(): AsyncGenerator<ServerSentEvent, void>;
  /** The next event that is no heartbeat, or that `accepts` says yes to. */
  next(accepts?: (event: ServerSentEvent) => boolean): Promise<ServerSentEvent>;
  /** Breaks the connection, without a word. */
  cut(): void;
}

export async function openStream(
  address: string,
  {
    path,
    token,
    headers,
  }: { readonly path: string; readonly token: string; readonly headers?: Readonly<Record<string, string>> },
): Promise<StreamClient> {
  const sent = request(new URL(path, address), { headers: { authorization: `Bearer ${token}`, ...headers } });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.setEncoding("utf8");
  // a connection that was cut is no failure of the test
  response.on("error", () => undefined);
  const events = readEvents(response);
  const isNews = ({ event }: ServerSentEvent): boolean => event !== "heartbeat";
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: async () => (await response.toArray()).join(""),
    events: () => events,
    async next(accepts = isNews) {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error("the stream has ended");
        if (accepts(value)) return value;
      }
    },
    cut: () => response.destroy(),
  };
}

async function* readEvents(response: IncomingMessage): AsyncGenerator<ServerSentEvent, void> {
  let text = "";
  try {
    for await (const chunk of response) {
      const blocks = (text + String(chunk)).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = readEvent(block);
        if (event) yield event;
      }
    }
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

function readEvent(block: string): ServerSentEvent | null {
  const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
  const data = fields.get("data");
  if (data === undefined) return null;
  return {
    id: fields.get("id") ?? null,
    event: fields.get("event") ?? "message",
    data: JSON.parse(data) as unknown,
  };
}

/** The id of the newest entry of all timelines: a stream that resumes there tells only what happens from now on. */
export async function lastEntry({ context }: { readonly context: AppContext }): Promise<string> {
  const [newest] = await context.db.query<{ id: string }>({
    text: "select tx::text || '-' || id as id from callout_event order by tx desc, callout_event.id desc limit 1",
  });
  return newest?.id ?? "1-0";
}
