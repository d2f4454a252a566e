import type { Clock } from "../../capabilities.ts";
import { type Following, type Streams, writePosition } from "../../streams/index.ts";
import { presentInstant } from "../panic-v2/callouts/present-instant.ts";
import type { Input } from "../route.ts";
import { frame, retryFrame } from "./frame.ts";
import { createPulse } from "./pulse.ts";
import { isStillSignedIn } from "./still-signed-in.ts";

export interface FollowedStream<Message> {
  readonly following: Following<Message>;
  readonly present: (messages: readonly Message[]) => Promise<readonly string[]> | readonly string[];
  /** What is told beside the messages, from time to time: the next few frames of it, none when there is nothing just now. */
  readonly aside?: { readonly next: () => string; readonly everyMilliseconds: number };
  /** Rejects when the session is over. */
  readonly verifyCaller: () => Promise<unknown>;
}

/**
 * The frames of a stream: its messages in order, what goes beside them, and heartbeats, each with the position up to which
 * everything has been told. Ends when it is closed or the session is over.
 */
export async function* follow<Message>(
  { following, present, aside, verifyCaller }: FollowedStream<Message>,
  { heartbeatMilliseconds }: Pick<Streams, "heartbeatMilliseconds">,
  clock: Clock,
): AsyncGenerator<string, void> {
  const heart = createPulse(heartbeatMilliseconds);
  const beat = (): string =>
    frame("heartbeat", { at: presentInstant(clock.now()) }, writePosition(following.position));
  yield retryFrame + beat();
  let frames = aside?.next() ?? "";
  for (;;) {
    const patience = frames ? 0 : Math.min(heart.untilDue(), aside?.everyMilliseconds ?? Infinity);
    const messages = await following.next(patience);
    if (!messages) return;
    if (messages.length > 0) yield* await present(messages);
    if (frames) yield frames;
    frames = aside?.next() ?? "";
    if (heart.untilDue() > 0) continue;
    if (!(await isStillSignedIn(verifyCaller))) return;
    yield beat();
    heart.restart();
  }
}

/** What the client has seen last: the header, which a browser sends when it reconnects by itself, before the query. */
export function lastEventId({
  headers,
  query,
}: Pick<Input<unknown, { lastEventId?: string | undefined }>, "headers" | "query">) {
  const header = headers["last-event-id"];
  return (typeof header === "string" && header) || query.lastEventId;
}
