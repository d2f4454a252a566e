import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { shareReads } from "./share-reads.ts";
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
/** A key id that nobody knows makes the keys be read again, not more often than this. */
const rereadMilliseconds = 100;

export interface SigningKeys {
  /** The key to sign with: the newest, made first when there is none or when it is due for rotation. */
  current(): Promise<SigningKey>;
  /** The key by its id, wherever it was made. */
  find(kid: string): Promise<SigningKey | undefined>;
  /** Every key that a living token may be signed with, newest first, as the database has them now. */
  list(): Promise<readonly SigningKey[]>;
}

/** The keys of the cluster: rows that all nodes share, and what this node has read of them. */
export function createSigningKeys({ db, clock }: Pick<Capabilities, "db" | "clock">): SigningKeys {
  let keys: readonly SigningKey[] = [];
  let tending: Promise<void> | undefined;
  const live = (): SigningKey[] => liveKeys(keys, clock.now());
  const reread = shareReads(async () => {
    keys = await readSigningKeys(db);
  }, rereadMilliseconds);

  async function tend(): Promise<void> {
    keys = await db.transaction((tx) => rotate(tx, clock.now()));
  }

  async function current(): Promise<SigningKey> {
    if (isDue(keys[0], clock.now()) || live().length < keys.length) {
      tending ??= tend().finally(() => (tending = undefined));
      await tending;
    }
    const [newest] = keys;
    if (!newest) throw new Error("There is no signing key although one was just made");
    return newest;
  }

  return {
    current,
    async find(kid) {
      const isMeant = (key: SigningKey): boolean => key.kid === kid;
      const known = live().find(isMeant);
      if (known) return known;
      await reread();
      return live().find(isMeant);
    },
    async list() {
      await current();
      await reread();
      return live();
    },
  };
}

/** Under a lock, so that many nodes agree on one new key. */
async function rotate(tx: Queryable, now: Temporal.Instant): Promise<SigningKey[]> {
  await lockSigningKeys(tx);
  const found = await readSigningKeys(tx);
  const live = liveKeys(found, now);
  await deleteSigningKeys(
    tx,
    found.filter((key) => !live.includes(key)),
  );
  return isDue(live[0], now) ? [await createSigningKey(tx, now), ...live] : live;
}

function isDue(newest: SigningKey | undefined, now: Temporal.Instant): boolean {
  return !newest || Temporal.Instant.compare(newest.createdAt.add(rotateAfter), now) <= 0;
}

/**
 * Of keys in order, newest first, those that a living token may be signed with: the newest, and each older one until every
 * token made before its successor came has died.
 */
export function liveKeys<Key extends Pick<SigningKey, "createdAt">>(
  keys: readonly Key[],
  now: Temporal.Instant,
): Key[] {
  return keys.filter((_key, index) => {
    const successor = keys[index - 1];
    return !successor || Temporal.Instant.compare(successor.createdAt.add(outlivesSuccessorBy), now) > 0;
  });
}
