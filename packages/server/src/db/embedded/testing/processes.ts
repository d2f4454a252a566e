import { execFileSync } from "node:child_process";
import path from "node:path";
import { clusterName } from "../orphan.ts";

export interface Process {
  readonly pid: number;
  readonly user: string;
  readonly command: string;
}

/** Every live process of a data folder's PostgreSQL: the leash, the server, its children. */
export async function processesOf(dataDir: string): Promise<Process[]> {
  const name = await clusterName(path.join(dataDir, "postgres"));
  const listed = execFileSync("/bin/ps", ["-axww", "-o", "pid=,uid=,stat=,command="], { encoding: "utf8" });
  return listed
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, user = "", state = "", command = ""]) => ({ pid: Number(pid), user, state, command }))
    .filter(({ state, command }) => !state.startsWith("Z") && new RegExp(`${name}\\b`).test(command));
}

/** The shell that holds PostgreSQL, and its watcher. */
export function isLeash({ command }: Process): boolean {
  return command.includes("tocsin-leash");
}
