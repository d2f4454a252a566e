import { createHash } from "node:crypto";
import type { Capabilities } from "../capabilities.ts";
import { createListener } from "../db/index.ts";
import { AppError } from "../errors.ts";
import {
  deleteSession,
  findSession,
  insertSession,
  type StoredSession,
  sessionsEnded,
} from "./session-store.ts";
import type { SessionService } from "./types.ts";

const lifetimeSeconds = 12 * 3600;
const tokenBytes = 32;
/** A lost LISTEN is silent: an ended session is found out after this at the latest. */
const rememberedMilliseconds = 30_000;
const mostRemembered = 20_000;

interface Remembered {
  readonly session: StoredSession;
  readonly readAt: number;
}

export function createSessionService({
  db,
  clock,
  random,
  log,
}: Pick<Capabilities, "db" | "clock" | "random" | "log">): SessionService {
  const remembered = new Map<string, Remembered>();
  /** Counts endings, so that a session read before one is not remembered after it. */
  let endings = 0;
  const forgetAll = (): void => {
    endings++;
    remembered.clear();
  };
  const listener = createListener(db, log, {
    channel: sessionsEnded,
    onNotification: forgetAll,
    onListening: forgetAll,
  });

  function recall(token: string): StoredSession | undefined {
    const found = remembered.get(token);
    if (!found) return undefined;
    const age = clock.now().epochMilliseconds - found.readAt;
    return age >= 0 && age < rememberedMilliseconds ? found.session : undefined;
  }

  async function read(token: string): Promise<StoredSession | undefined> {
    const readAt = clock.now().epochMilliseconds;
    const endingsBefore = endings;
    const session = await findSession(db, hash(token));
    if (session && endings === endingsBefore) remember(token, { session, readAt });
    return session;
  }

  function remember(token: string, session: Remembered): void {
    remembered.delete(token);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
    remembered.set(token, session);
  }

  return {
    async issue(subject) {
      const token = random.bytes(tokenBytes).toString("base64url");
      const now = clock.now();
      const expiresAt = now.add({ seconds: lifetimeSeconds });
      await insertSession(db, hash(token), { ...subject, expiresAt }, now);
      return { token, expiresIn: lifetimeSeconds };
    },
    async verify(token, kind) {
      const session = recall(token) ?? (await read(token));
      const isOver = !session || Temporal.Instant.compare(session.expiresAt, clock.now()) <= 0;
      if (isOver || session.kind !== kind) {
        throw new AppError("unauthorized", "The session is unknown or over. Sign in again.");
      }
      return { kind, subjectId: session.subjectId };
    },
    async revoke(token) {
      remembered.delete(token);
      await deleteSession(db, hash(token));
    },
    start: () => listener.start(),
    stop: () => listener.stop(),
  };
}

function hash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
