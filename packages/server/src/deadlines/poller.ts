/** Something that looks again and again, sooner when told to. */
export interface Poller {
  start(): void;
  /** Resolves when a look that is under way has ended. */
  stop(): Promise<void>;
  /** A hint to look now; during a look, right after it. */
  wake(): void;
}

/**
 * @param look does what is to be done; resolves with the milliseconds after which to look again. Never rejects
 */
export function createPoller(look: () => Promise<number>): Poller {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let stopped = true;

  async function lookOnce(): Promise<void> {
    wokenMeanwhile = false;
    const wait = await look();
    looking = null;
    if (!stopped) timer = setTimeout(wake, wokenMeanwhile ? 0 : wait);
  }

  function wake(): void {
    if (stopped) return;
    wokenMeanwhile = true;
    if (looking) return;
    clearTimeout(timer);
    looking = lookOnce();
  }

  return {
    wake,
    start() {
      stopped = false;
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
