/** Work done again and again, never twice at a time. */
export interface Repeat {
  start(): void;
  /** Resolves when the work that is under way is done. */
  stop(): Promise<void>;
}

/** @param work must not throw; the next time comes `milliseconds` after its end */
export function createRepeat(milliseconds: number, work: () => Promise<void>): Repeat {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let isStopped = true;

  async function run(): Promise<void> {
    await work();
    if (!isStopped) arm();
  }

  function arm(): void {
    timer = setTimeout(() => {
      working = run();
    }, milliseconds);
  }

  return {
    start() {
      isStopped = false;
      arm();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
