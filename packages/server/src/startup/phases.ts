import type { Log } from "../telemetry/log.ts";

export interface Phase<T> {
  /** What the log and a failure call it. */
  readonly name: string;
  readonly startSeconds: number;
  /** Stops waiting when the signal says so; its reason is the failure then. */
  start(signal: AbortSignal): Promise<T> | T;
  /** Absent: nothing of it lives on. Longer than this a stop is not waited for. */
  readonly stopSeconds?: number;
  stop?(value: T): Promise<void>;
}

/** What was started, to be stopped in reverse. */
export interface Phases {
  /** Runs the next phase. When it fails or takes too long, everything before it is stopped, and the failure is thrown. */
  run<T>(phase: Phase<T>): Promise<T>;
  /** Stops everything in reverse, each within its limit; what fails to stop keeps nobody else from stopping. */
  stop(): Promise<void>;
}

interface Stoppable {
  readonly name: string;
  readonly seconds: number;
  stop(): Promise<void>;
}

/** @param signal gives up: the phase that runs is abandoned, and what was started is stopped */
export function createPhases(log: Log, signal: AbortSignal): Phases {
  const started: Stoppable[] = [];
  let stopping: Promise<void> | null = null;

  function remember<T>(phase: Phase<T>, value: T): void {
    if (!phase.stop) return;
    const stop = async (): Promise<void> => phase.stop?.(value);
    started.push({ name: phase.name, seconds: phase.stopSeconds ?? 1, stop });
  }

  async function stopAll(): Promise<void> {
    for (let last = started.pop(); last; last = started.pop()) await stopOne(last, log);
  }

  return {
    async run(phase) {
      const startedAt = performance.now();
      try {
        const value = await startWithin(phase, signal, log);
        remember(phase, value);
        log.debug({ phase: phase.name, ms: Math.round(performance.now() - startedAt) }, "phase started");
        return value;
      } catch (error) {
        await stopAll();
        throw error;
      }
    },
    stop: () => (stopping ??= stopAll()),
  };
}

async function startWithin<T>(phase: Phase<T>, given: AbortSignal, log: Log): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(tookTooLong(phase)), phase.startSeconds * 1000);
  const signal = AbortSignal.any([given, limit.signal]);
  try {
    signal.throwIfAborted();
    const starting = Promise.resolve(phase.start(signal));
    return await Promise.race([starting, rejectOn(signal)]).catch((error: unknown) => {
      if (signal.aborted) abandon(phase, starting, log);
      throw error;
    });
  } finally {
    clearTimeout(timer);
  }
}

function tookTooLong(phase: { readonly name: string; readonly startSeconds: number }): Error {
  return new Error(`Start: ${phase.name} took longer than ${phase.startSeconds} s.`);
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", give, { once: true });
  });
}

/** Nobody waits for it any more; should it start all the same, it is stopped at once. */
function abandon<T>(phase: Phase<T>, starting: Promise<T>, log: Log): void {
  starting
    .then((value) => phase.stop?.(value))
    .catch((error: unknown) => log.debug({ err: error, phase: phase.name }, "an abandoned phase failed"));
}

async function stopOne({ name, seconds, stop }: Stoppable, log: Log): Promise<void> {
  const startedAt = performance.now();
  const limit = Promise.withResolvers<"late">();
  const timer = setTimeout(() => limit.resolve("late"), seconds * 1000);
  try {
    const outcome = await Promise.race([stop(), limit.promise]);
    if (outcome === "late") log.warn({ phase: name, seconds }, "a phase took too long to stop and was left");
    else log.debug({ phase: name, ms: Math.round(performance.now() - startedAt) }, "phase stopped");
  } catch (error) {
    log.warn({ err: error, phase: name }, "a phase failed to stop");
  } finally {
    clearTimeout(timer);
  }
}
