import { createHash } from "node:crypto";
import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { createRememberedSessions } from "./remembered-sessions.ts";
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

export function createSessionService({
  db,
  clock,
  random,
}: Pick<Capabilities, "db" | "clock" | "random">): SessionService {
  const remembered = createRememberedSessions();
  const listener = db.listener({
    channel: sessionsEnded,
    onNotification: remembered.forgetAll,
    onListening: remembered.forgetAll,
  });

  async function read(token: string): Promise<StoredSession | undefined> {
    const remember = remembered.beginReading(clock.now());
    const session = await findSession(db, hash(token));
    if (session) remember(token, session);
    return session;
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
      const now = clock.now();
      const session = remembered.recall(token, now) ?? (await read(token));
      const isOver = !session || Temporal.Instant.compare(session.expiresAt, now) <= 0;
      if (isOver || session.kind !== kind) {
        throw new AppError("unauthorized", "The session is unknown or over. Sign in again.");
      }
      return { kind, subjectId: session.subjectId };
    },
    async revoke(token) {
      await deleteSession(db, hash(token));
      remembered.forget(token);
    },
    start: () => listener.start(),
    stop: () => listener.stop(),
  };
}

function hash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
