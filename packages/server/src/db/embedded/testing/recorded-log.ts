import type { Log } from "../log.ts";

export interface RecordedLog extends Log {
  readonly warnings: string[];
  readonly errors: string[];
}

/** Keeps what was logged. */
export function recordedLog(): RecordedLog {
  const warnings: string[] = [];
  const errors: string[] = [];
  return {
    warnings,
    errors,
    info() {},
    warn: (_, message) => void warnings.push(message),
    error: (_, message) => void errors.push(message),
  };
}
