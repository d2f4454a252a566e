import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Check } from "./checks.ts";

/** How a check ended: what it wrote to either stream, in the order it was written, and how long it took. */
export interface CheckResult {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/**
 * Runs one check with the Node that runs this file, in the current folder.
 * A check that is killed or cannot be started has failed, and says so in its output.
 */
export async function runCheck(check: Check, fix: boolean): Promise<CheckResult> {
  const started = performance.now();
  const command = fix && check.fix ? check.fix : check.command;
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (chunk: string) => {
    output += chunk;
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (signal) output += `\nstopped by ${signal}`;
  return { ok: code === 0, output, seconds: (performance.now() - started) / 1000 };
}
