import { readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second. */
const millisecondsPerTick = 10;

/** CPU time that a process has used so far, in milliseconds. It does not depend on what else the machine does; Linux only. */
export async function cpuMilliseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // the program's name stands in brackets and may hold anything: count from behind it
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}
