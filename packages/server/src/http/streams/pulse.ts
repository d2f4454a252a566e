/** Something to be done again and again, by real time: a stream is a matter of its connection, not of the context's clock. */
export interface Pulse {
  /** Milliseconds until it is due; 0 when it is. */
  untilDue(): number;
  /** It is being done now: due again after the interval. */
  restart(): void;
}

export function createPulse(everyMilliseconds: number): Pulse {
  let dueAt = performance.now() + everyMilliseconds;
  return {
    untilDue: () => Math.max(0, dueAt - performance.now()),
    restart() {
      dueAt = performance.now() + everyMilliseconds;
    },
  };
}
