import type { Capabilities } from "../capabilities.ts";
import { createPoller } from "../deadlines/index.ts";
import type { FeedMessage, FeedSource } from "./feed-source.ts";
import { createFollowing, type Following } from "./following.ts";
import { currentPosition } from "./horizon.ts";
import { createMailboxes } from "./mailboxes.ts";
import type { StreamPosition } from "./position.ts";

const pageSize = 500;
/** However signs of change get lost, nothing waits longer than this. */
const pollMilliseconds = 1_000;
/** What a transaction that still runs holds up is looked for this soon. */
const heldUpMilliseconds = 20;

export interface EventFeed<Message> {
  /** @param after null: from now on */
  follow(listener: number, after: StreamPosition | null): Promise<Following<Message>>;
  /** Ends everybody's following. */
  stop(): Promise<void>;
}

/** Tells timelines to many listeners out of one reading, which begins with the first listener. */
export function createEventFeed<Message extends FeedMessage>(
  { db, changes, log }: Pick<Capabilities, "db" | "changes" | "log">,
  source: FeedSource<Message>,
): EventFeed<Message> {
  const mailboxes = createMailboxes<Message>();
  const followings = new Set<Following<Message>>();
  let front: StreamPosition = { tx: 0n, id: 0 };
  let starting: Promise<void> | null = null;
  let unsubscribe = (): void => undefined;

  async function look(): Promise<number> {
    try {
      const page = await source.readAll(front, pageSize);
      for (const message of page.messages) mailboxes.deliver(message);
      front = page.position;
      if (page.isFull) return 0;
      return page.isHeldUp ? heldUpMilliseconds : pollMilliseconds;
    } catch (error) {
      log.warn({ err: error }, "timelines could not be read for the streams; trying again");
      return pollMilliseconds;
    }
  }

  const poller = createPoller(look);

  async function start(): Promise<void> {
    front = await currentPosition(db);
    unsubscribe = changes.subscribe(() => poller.wake());
    poller.start();
  }

  return {
    async follow(listener, after) {
      starting ??= start().catch((error: unknown) => {
        starting = null;
        throw error;
      });
      await starting;
      const mailbox = mailboxes.open(listener);
      const following = createFollowing({ listener, mailbox, source, front: () => front, after }, () => {
        mailboxes.close(listener, mailbox);
        followings.delete(following);
      });
      followings.add(following);
      return following;
    },
    async stop() {
      await starting?.catch(() => undefined);
      unsubscribe();
      await poller.stop();
      for (const following of followings) following.close();
    },
  };
}
