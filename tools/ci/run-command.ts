import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export interface CommandResult {
  readonly succeeded: boolean;
  readonly output: string;
}

export interface RunningCommand {
  readonly ended: Promise<CommandResult>;
  /** Asks the command to end, and makes it when it has not after ten seconds. */
  stop(): Promise<void>;
}

/** Starts a command whose output goes to ours too. It leads a process group: what it started ends with it. */
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
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
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

/** Whether it ended well. What it wrote last is waited for, but not for ever: an orphan may hold its pipes open. */
async function untilEnded(child: ChildProcess): Promise<boolean> {
  const drained = once(child, "close");
  const [code] = (await once(child, "exit")) as [number | null];
  endGroup(child);
  await Promise.race([drained, wait(2_000, undefined, { ref: false })]);
  return code === 0;
}

/** Whatever of the group has outlived its leader. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const children = new Set<ChildProcess>();

/** A Ctrl-C at the terminal does not reach groups of their own; this passes it on to all that run, and ends. */
export function passSignalsOn(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      for (const child of children) child.kill(signal);
      process.exit(1);
    });
  }
}
