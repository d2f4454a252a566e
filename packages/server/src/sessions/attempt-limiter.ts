import type { Clock } from "../capabilities.ts";
import { AppError } from "../errors.ts";

const mostWrong = 10;
const windowSeconds = 15 * 60;
/** Names are the caller's invention: an endless supply of them must not fill the memory. */
const mostNames = 100_000;

/** Slows down whoever guesses: ten wrong secrets for one name in 15 minutes, then none is looked at for a while. */
export interface AttemptLimiter {
  /**
   * Lets `attempt` try a secret for a name. Attempts for one name wait for each other, so a hundred guesses at once are no
   * way round. One that throws is a failure of ours, and counts as nobody's guess.
   * @returns what the attempt gives; null from it means wrong
   * @throws AppError 429 `too-many-attempts` that says when to come back
   */
  try<T>(name: string, attempt: () => Promise<T | null>): Promise<T | null>;
}

/** Each node counts for itself. */
export function createAttemptLimiter(clock: Clock): AttemptLimiter {
  /** Instants of wrong attempts, oldest first. Names stand in the order of their newest. */
  const wrongAt = new Map<string, readonly number[]>();
  /** The last attempt for a name that is under way. */
  const underWay = new Map<string, Promise<unknown>>();

  function recent(name: string, now: number): readonly number[] {
    const oldest = now - windowSeconds * 1000;
    // one of the future was noted before the clock was set back
    return (wrongAt.get(name) ?? []).filter((instant) => instant > oldest && instant <= now);
  }

  function note(name: string, now: number): void {
    const instants = [...recent(name, now), now];
    wrongAt.delete(name);
    wrongAt.set(name, instants);
    const [stalest] = wrongAt.keys();
    if (stalest !== undefined && wrongAt.size > mostNames) wrongAt.delete(stalest);
  }

  async function tryOne<T>(name: string, attempt: () => Promise<T | null>): Promise<T | null> {
    const now = clock.now().epochMilliseconds;
    const before = recent(name, now);
    const [oldest = now] = before;
    if (before.length >= mostWrong) throw tooMany(Math.ceil((oldest - now) / 1000) + windowSeconds);
    const result = await attempt();
    if (result === null) note(name, now);
    return result;
  }

  return {
    async try(name, attempt) {
      const mine = (underWay.get(name) ?? Promise.resolve()).then(() => tryOne(name, attempt));
      const settled = mine.catch(() => undefined);
      underWay.set(name, settled);
      try {
        return await mine;
      } finally {
        if (underWay.get(name) === settled) underWay.delete(name);
      }
    },
  };
}

function tooMany(retryAfterSeconds: number): AppError {
  return new AppError("too-many-attempts", `Too many wrong attempts. Try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });
}
