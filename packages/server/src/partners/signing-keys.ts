import { setTimeout as delay } from "node:timers/promises";
import type { Capabilities } from "../capabilities.ts";
import {
  createSigningKey,
  deleteSigningKeys,
  lockSigningKeys,
  readSigningKeys,
  type SigningKey,
} from "./signing-key-store.ts";

const rotateAfter = { hours: 30 * 24 };
/** The longest life of a token (policy tokenLifetimeSeconds), and an hour for clocks that disagree. */
const outlivesSuccessorBy = { hours: 24 + 1 };
/** A kid nobody knows makes the keys be read again, not more often than this. */
const rereadMilliseconds = 100;

export interface SigningKeys {
  /** The key to sign with: the newest, made first when there is none or when it is due for rotation. */
  current(): Promise<SigningKey>;
  /** The key by its id, wherever it was made. */
  find(kid: string): Promise<SigningKey | undefined>;
  /** Every key that a living token may be signed with, newest first, as the database has them now. */
  list(): Promise<readonly SigningKey[]>;
}

/**
 * Of keys in order, newest first, those that a living token may be signed with: the newest, and each older one until every
 * token made before its successor came has died.
 */
export function liveKeys<Key extends Pick<SigningKey, "createdAt">>(keys: readonly Key[], now: Temporal.Instant): Key[] {
  return keys.filter((_key, index) => {
    const successor = keys[index - 1];
    return !successor || Temporal.Instant.compare(successor.createdAt.add(outlivesSuccessorBy), now) > 0;
  });
}

/** The keys of the cluster: rows that all nodes share, and what this node has read of them. */
export function createSigningKeys({ db, clock }: Pick<Capabilities, "db" | "clock">): SigningKeys {
  let keys: readonly SigningKey[] = [];
  let tending: Promise<void> | undefined;
  let lastReread: Promise<unknown> = Promise.resolve();
  let nextReread: Promise<void> | undefined;

  async function current(): Promise<SigningKey> {
    if (needsTending()) {
      tending ??= tend().finally(() => (tending = undefined));
      await tending;
    }
    const [newest] = keys;
    if (!newest) throw new Error("There is no signing key although one was just made");
    return newest;
  }

  function needsTending(): boolean {
    const now = clock.now();
    return isDue(keys[0], now) || liveKeys(keys, now).length < keys.length;
  }

  /** Under a lock, so that many nodes agree on one new key. */
  async function tend(): Promise<void> {
    keys = await db.transaction(async (tx) => {
      await lockSigningKeys(tx);
      const now = clock.now();
      const found = await readSigningKeys(tx);
      const live = liveKeys(found, now);
      await deleteSigningKeys(tx, found.filter((key) => !live.includes(key)));
      return isDue(live[0], now) ? [await createSigningKey(tx, now), ...live] : live;
    });
  }

  async function find(kid: string): Promise<SigningKey | undefined> {
    const isMeant = (key: SigningKey): boolean => key.kid === kid;
    const known = liveKeys(keys, clock.now()).find(isMeant);
    if (known) return known;
    await reread();
    return liveKeys(keys, clock.now()).find(isMeant);
  }

  /**
   * Whoever asks waits for a read that begins after the asking, and shares it: a key made a moment ago on another node is
   * found, and a flood of invented ids costs a few small queries a second.
   */
  function reread(): Promise<void> {
    nextReread ??= (async () => {
      await lastReread;
      nextReread = undefined;
      const read = readSigningKeys(db).then((found) => {
        keys = found;
      });
      lastReread = Promise.allSettled([read, delay(rereadMilliseconds, undefined, { ref: false })]);
      await read;
    })();
    return nextReread;
  }

  async function list(): Promise<readonly SigningKey[]> {
    await current();
    await reread();
    return liveKeys(keys, clock.now());
  }

  return { current, find, list };
}

function isDue(newest: SigningKey | undefined, now: Temporal.Instant): boolean {
  return !newest || Temporal.Instant.compare(newest.createdAt.add(rotateAfter), now) <= 0;
}
