import type { Capabilities } from "../capabilities.ts";
import { type ControlMessage, createControlSource } from "./control-source.ts";
import { createEventFeed, type EventFeed } from "./event-feed.ts";
import { resumePosition } from "./horizon.ts";
import type { StreamPosition } from "./position.ts";
import { createResponderSource, type ResponderMessage } from "./responder-source.ts";

export interface Streams {
  readonly control: EventFeed<ControlMessage>;
  readonly responders: EventFeed<ResponderMessage>;
  /** How often an open stream says that it is. */
  readonly heartbeatMilliseconds: number;
  /**
   * Where a client resumes that has seen this id; null, from now on, when it has seen none.
   * @throws AppError `invalid-request`
   */
  resume(lastEventId: string | undefined): Promise<StreamPosition | null>;
  /** Ends every open stream. */
  stop(): Promise<void>;
}

const heartbeatMilliseconds = 5_000;

export function createStreams(
  capabilities: Pick<Capabilities, "db" | "clock" | "changes" | "log">,
  options: Partial<Pick<Streams, "heartbeatMilliseconds">> = {},
): Streams {
  const { db, clock } = capabilities;
  const control = createEventFeed(capabilities, createControlSource(capabilities));
  const responders = createEventFeed(capabilities, createResponderSource(capabilities));
  return {
    control,
    responders,
    heartbeatMilliseconds,
    ...options,
    async resume(lastEventId) {
      return lastEventId === undefined ? null : resumePosition(db, lastEventId, clock.now());
    },
    async stop() {
      await Promise.all([control.stop(), responders.stop()]);
    },
  };
}
