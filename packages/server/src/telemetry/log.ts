import { type DestinationStream, type Logger, pino } from "pino";

/** What the program logs through: pino, without its ways to change itself. */
export type Log = Pick<
  Logger,
  "level" | "child" | "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent"
>;

export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}
