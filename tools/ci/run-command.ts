import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

const patienceMilliseconds = 10_000;

export interface CommandResult {
  readonly succeeded: boolean;
  readonly output: string;
}

export interface RunningCommand {
  readonly ended: Promise<CommandResult>;
  /** Asks the command and all it started to end, and makes them when they have not after ten seconds. */
  stop(): Promise<void>;
}

/** Starts a command whose output goes to ours too. It leads a process group of its own. */
export function startCommand(command: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  child.stderr.pipe(process.stderr, { end: false });

  children.add(child);
  const ended = untilEnded(child).then((succeeded) => {
    children.delete(child);
    return { succeeded, output };
  });
  const stop = async () => {
    signalGroup(child, "SIGTERM");
    const patience = setTimeout(() => signalGroup(child, "SIGKILL"), patienceMilliseconds);
    await ended;
    clearTimeout(patience);
  };
  return { ended, stop };
}

/** Runs a command to its end, or stops it when `minutes` are over. */
export async function runCommand(command: readonly string[], minutes: number): Promise<CommandResult> {
  const running = startCommand(command);
  const limit = setTimeout(() => {
    console.log(`\n${command.join(" ")} took longer than ${minutes} minutes and was stopped`);
    void running.stop();
  }, minutes * 60_000);
  const result = await running.ended;
  clearTimeout(limit);
  return result;
}

/**
 * Whether it ended well. npm ends before the server it started has drained, so the rest of the group is waited for.
 * What was written last is waited for too, but not for ever: an orphan may hold the pipes open.
 */
async function untilEnded(child: ChildProcess): Promise<boolean> {
  const drained = once(child, "close");
  const [code] = (await once(child, "exit")) as [number | null];
  const deadline = AbortSignal.timeout(patienceMilliseconds);
  while (!deadline.aborted && signalGroup(child, 0)) await wait(50);
  signalGroup(child, "SIGKILL");
  await Promise.race([drained, wait(2_000, undefined, { ref: false })]);
  return code === 0;
}

/** @returns whether anything of the group was still there */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

const children = new Set<ChildProcess>();

/** A Ctrl-C at the terminal does not reach groups of their own; this passes it on to all that run, and ends. */
export function passSignalsOn(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      for (const child of children) signalGroup(child, signal);
      process.exit(1);
    });
  }
}
