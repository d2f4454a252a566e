import type { FeedMessage, FeedSource } from "./feed-source.ts";
import type { Mailbox } from "./mailbox.ts";
import { later, type StreamPosition } from "./position.ts";

const pageSize = 100;

/** One listener's way through a feed. */
export interface Following<Message> {
  /** Everything up to here has been handed out. */
  readonly position: StreamPosition;
  /**
   * The next messages, each exactly once and in order. Waits so long for some; an empty list when there were none,
   * undefined when it is closed.
   */
  next(waitMilliseconds: number): Promise<readonly Message[] | undefined>;
  close(): void;
}

interface Listening<Message extends FeedMessage> {
  readonly listener: number;
  readonly mailbox: Mailbox<Message>;
  readonly source: FeedSource<Message>;
  /** How far the reading that fills the mailboxes is. */
  readonly front: () => StreamPosition;
  /** Null: from the front on. */
  readonly after: StreamPosition | null;
}

/**
 * Takes what comes from the mailbox; reads from the table for itself as long as it is behind it. The mailbox is open before
 * that reading begins, so what is committed meanwhile is in one of the two, and what is in both is told once.
 */
export function createFollowing<Message extends FeedMessage>(
  { listener, mailbox, source, front, after }: Listening<Message>,
  onClose: () => void,
): Following<Message> {
  let position = after ?? front();
  let isBehind = after !== null;
  let isClosed = false;

  async function readOn(): Promise<readonly Message[]> {
    const page = await source.readFor(listener, position, pageSize);
    position = later(position, page.position);
    isBehind = page.isFull;
    return page.messages;
  }

  function takeWaiting(): readonly Message[] {
    const messages = mailbox.take(position);
    position = later(position, front());
    return messages;
  }

  return {
    get position() {
      return position;
    },
    async next(waitMilliseconds) {
      if (!isBehind) await mailbox.wait(waitMilliseconds);
      if (mailbox.isLost) {
        mailbox.reopen();
        isBehind = true;
      }
      const messages = isBehind && !isClosed ? await readOn() : takeWaiting();
      return isClosed ? undefined : messages;
    },
    close() {
      isClosed = true;
      onClose();
    },
  };
}
