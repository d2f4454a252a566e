/** Ctrl-C, a service manager, a terminal that was closed. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * One Ctrl-C may arrive several times: from the terminal, and passed on by npm and by whatever else stands between. What
 * comes this soon after the first is the same one.
 */
const echoMilliseconds = 300;

/** Calls `first` when the process is told to stop, and `second` when somebody insists. */
export function onStopSignal(handlers: { first(signal: string): void; second(): void }): void {
  let firstAt: number | null = null;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (firstAt === null) {
        firstAt = performance.now();
        handlers.first(signal);
      } else if (performance.now() - firstAt > echoMilliseconds) handlers.second();
    });
  }
}
