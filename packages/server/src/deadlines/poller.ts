/** Something that looks again and again, sooner when told to. */
export interface Poller {
  start(): void;
  /** Resolves when a look that is under way has ended. */
  stop(): Promise<void>;
  /** A hint to look now; during a look, after it. */
  wake(): void;
}

/**
 * @param look does what is to be done; resolves with the milliseconds after which to look again. Never rejects
 * @param rest milliseconds between a look and the next one at least, however many hints there are: what they hint at comes
 * together then. After a longer silence a hint is followed at once. A function is asked after each look
 */
export function createPoller(look: () => Promise<number>, rest: number | (() => number) = 0): Poller {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let stopped = true;
  let restedAt = 0;

  async function lookOnce(): Promise<void> {
    wokenMeanwhile = false;
    const wait = await look();
    looking = null;
    const restMilliseconds = typeof rest === "number" ? rest : rest();
    restedAt = performance.now() + restMilliseconds;
    if (!stopped) lookIn(wokenMeanwhile ? restMilliseconds : Math.max(wait, restMilliseconds));
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking ??= lookOnce();
    }, milliseconds);
  }

  function wake(): void {
    if (stopped) return;
    wokenMeanwhile = true;
    if (looking) return;
    const restMissing = restedAt - performance.now();
    if (restMissing > 0) {
      lookIn(restMissing);
      return;
    }
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
