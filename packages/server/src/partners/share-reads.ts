import { setTimeout as delay } from "node:timers/promises";

/**
 * A read that many share. Whoever asks gets one that begins after the asking, so nobody is answered from before; and
 * one begins only when the last has ended and `pauseMilliseconds` have passed, so a flood costs a few reads a second.
 */
export function shareReads<T>(read: () => Promise<T>, pauseMilliseconds: number): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;

  async function readInTurn(): Promise<T> {
    await last;
    next = undefined;
    const reading = read();
    last = Promise.allSettled([reading, delay(pauseMilliseconds, undefined, { ref: false })]);
    return reading;
  }

  return () => (next ??= readInTurn());
}
