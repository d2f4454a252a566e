import type { Clock } from "../capabilities.ts";
import { AppError } from "../errors.ts";

const mostAttempts = 10;
const windowSeconds = 15 * 60;
/** Names are the caller's invention: an endless supply of them must not fill the memory. */
const mostNames = 100_000;

/** Slows down whoever guesses: ten wrong secrets for one name in 15 minutes, then none is looked at for a while. */
export interface AttemptLimiter {
  /**
   * Lets `attempt` try a secret for a name. It counts as wrong from its start until it has succeeded, so that a hundred
   * guesses at once are no way round.
   * @returns what the attempt gives; null from it means wrong
   * @throws AppError 429 `too-many-attempts` that says when to come back
   */
  try<T>(name: string, attempt: () => Promise<T | null>): Promise<T | null>;
}

/** Each node counts for itself. */
export function createAttemptLimiter(clock: Clock): AttemptLimiter {
  /** Instants of wrong attempts, oldest first. Names stand in the order of their newest attempt. */
  const wrongAt = new Map<string, number[]>();

  function recent(name: string, at: number): number[] {
    const oldest = at - windowSeconds * 1000;
    // one of the future was noted before the clock was set back
    return (wrongAt.get(name) ?? []).filter((instant) => instant > oldest && instant <= at);
  }

  function keep(name: string, instants: number[]): void {
    wrongAt.delete(name);
    if (instants.length === 0) return;
    wrongAt.set(name, instants);
    const [stalest] = wrongAt.keys();
    if (stalest !== undefined && wrongAt.size > mostNames) wrongAt.delete(stalest);
  }

  return {
    async try(name, attempt) {
      const at = clock.now().epochMilliseconds;
      const before = recent(name, at);
      const [oldest = at] = before;
      if (before.length >= mostAttempts) throw tooMany(Math.ceil((oldest - at) / 1000) + windowSeconds);
      keep(name, [...before, at]);
      let isWrong = false;
      try {
        const result = await attempt();
        isWrong = result === null;
        return result;
      } finally {
        // a failure of ours is nobody's guess either
        if (!isWrong) keep(name, without(wrongAt.get(name) ?? [], at));
      }
    },
  };
}

/** Takes one away: of two attempts at the same instant the other one stays. */
function without(instants: readonly number[], one: number): number[] {
  const index = instants.indexOf(one);
  return index < 0 ? [...instants] : instants.toSpliced(index, 1);
}

function tooMany(retryAfterSeconds: number): AppError {
  return new AppError(
    "too-many-attempts",
    `Too many wrong attempts. Try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
  );
}
