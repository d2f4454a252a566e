import { spawn } from "node:child_process";
import { once } from "node:events";

/** Under which user PostgreSQL runs. It refuses to run as root, so root needs a way around. */
export interface RunAs {
  /** What goes before the program on its command line. */
  readonly prefix: readonly string[];
  /** User and group given to the process; absent: those of this process. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/**
 * The environment of every PostgreSQL program: ours without `PG*`, which would quietly redirect them,
 * and with English messages, since we read some of them.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- handed on to a child, not read
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/**
 * Runs a program to its end and returns what it printed. Its own session keeps a Ctrl-C in the terminal away from it.
 * A program that cannot be started counts as one that failed (code null).
 */
export async function runProgram(
  command: readonly string[],
  options: { runAs: RunAs; cwd: string },
): Promise<{ code: number | null; output: string }> {
  const [program, ...args] = [...options.runAs.prefix, ...command] as [string, ...string[]];
  let output = "";
  try {
    const child = spawn(program, args, {
      ...options.runAs.ids,
      cwd: options.cwd,
      env: programEnvironment(),
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const [code] = (await once(child, "close")) as [number | null];
    return { code, output };
  } catch (error) {
    return { code: null, output: String(error) };
  }
}
