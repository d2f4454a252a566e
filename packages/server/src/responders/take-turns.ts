import { AppError } from "../errors.ts";

const retryAfterSeconds = 5;

/**
 * Runs so many at a time, the others after them in order.
 * @param mostWaiting more than these are refused with 503: they would have given up before their turn
 */
export function createTurns(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (waiting.length >= mostWaiting)
      throw new AppError("unavailable", "Too many sign in just now. Try again in a moment.", {
        retryAfterSeconds,
      });
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // the turn passes on to the next one, or ends
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
