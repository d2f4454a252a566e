import { isAfter, type Positioned, type StreamPosition } from "./position.ts";

/** A listener that is further behind than this is not kept in memory: it reads on from the table, at its own pace. */
const mostWaiting = 1_000;

/** What one listener was told and has not taken yet. It does not grow without end. */
export interface Mailbox<Message extends Positioned> {
  put(message: Message): void;
  /** Everything in it that comes after `position`, in order. */
  take(position: StreamPosition): readonly Message[];
  /** There was no room: what was in it is thrown away, and so is what comes until {@link reopen}. */
  readonly isLost: boolean;
  /** Takes messages again. */
  reopen(): void;
  /** Resolves when something is in it or lost, after so long, or when it is closed. One at a time may wait. */
  wait(milliseconds: number): Promise<void>;
  close(): void;
}

export function createMailbox<Message extends Positioned>(): Mailbox<Message> {
  let waiting: Message[] = [];
  let isLost = false;
  let isClosed = false;
  let wake = (): void => undefined;

  return {
    get isLost() {
      return isLost;
    },
    put(message) {
      if (isLost) return;
      waiting.push(message);
      isLost = waiting.length > mostWaiting;
      if (isLost) waiting = [];
      wake();
    },
    take(position) {
      const taken = waiting;
      waiting = [];
      return taken.filter((message) => isAfter(message.position, position));
    },
    reopen() {
      isLost = false;
    },
    async wait(milliseconds) {
      if (waiting.length > 0 || isLost || isClosed) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      wake = resolve;
      await promise;
      clearTimeout(timer);
    },
    close() {
      isClosed = true;
      wake();
    },
  };
}
