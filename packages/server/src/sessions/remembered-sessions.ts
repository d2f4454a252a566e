import type { StoredSession } from "./session-store.ts";

/** A lost LISTEN is silent: an ended session is found out after this at the latest. */
const rememberedMilliseconds = 30_000;
const mostRemembered = 20_000;

/** Sessions that were read a moment ago, so that the next request of each need not ask the database. */
export interface RememberedSessions {
  recall(token: string, now: Temporal.Instant): StoredSession | undefined;
  /** To be called before a session is read. @returns remembers it, unless some have ended while it was read */
  beginReading(now: Temporal.Instant): (token: string, session: StoredSession) => void;
  forget(token: string): void;
  forgetAll(): void;
}

export function createRememberedSessions(): RememberedSessions {
  const remembered = new Map<string, { readonly session: StoredSession; readonly readAt: number }>();
  let endings = 0;
  return {
    recall(token, now) {
      const found = remembered.get(token);
      if (!found) return undefined;
      const age = now.epochMilliseconds - found.readAt;
      return age >= 0 && age < rememberedMilliseconds ? found.session : undefined;
    },
    beginReading({ epochMilliseconds: readAt }) {
      const endingsBefore = endings;
      return (token, session) => {
        if (endings !== endingsBefore) return;
        // anew at the end, also when it is known: what is in use stays
        remembered.delete(token);
        const [oldest] = remembered.keys();
        if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
        remembered.set(token, { session, readAt });
      };
    },
    forget(token) {
      endings++;
      remembered.delete(token);
    },
    forgetAll() {
      endings++;
      remembered.clear();
    },
  };
}
