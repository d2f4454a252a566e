import type { FeedMessage } from "./feed-source.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";

/** The mailboxes of all who listen; one listener may have several, with a telephone and a tablet. */
export interface Mailboxes<Message extends FeedMessage> {
  open(listener: number): Mailbox<Message>;
  close(listener: number, mailbox: Mailbox<Message>): void;
  deliver(message: Message): void;
}

export function createMailboxes<Message extends FeedMessage>(): Mailboxes<Message> {
  const byListener = new Map<number, Set<Mailbox<Message>>>();
  return {
    open(listener) {
      const mailbox = createMailbox<Message>();
      byListener.set(listener, (byListener.get(listener) ?? new Set()).add(mailbox));
      return mailbox;
    },
    close(listener, mailbox) {
      const itsOwn = byListener.get(listener);
      itsOwn?.delete(mailbox);
      if (itsOwn?.size === 0) byListener.delete(listener);
      mailbox.close();
    },
    deliver(message) {
      for (const listener of message.to ?? byListener.keys())
        for (const mailbox of byListener.get(listener) ?? []) mailbox.put(message);
    },
  };
}
