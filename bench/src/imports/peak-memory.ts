import { readFile } from "node:fs/promises";

const everyMilliseconds = 50;

/**
 * Watches the most that a process has in memory of its own, in MB, as Linux counts it (RssAnon): without the 65 MB of Node's own
 * program that every Node process on the machine shares.
 */
export function watchMemory(pid: number): { end(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    void readFile(`/proc/${pid}/status`, "utf8").then((status) => {
      const kibibytes = Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]);
      peak = Math.max(peak, (kibibytes * 1_024) / 1_000_000);
    });
  }, everyMilliseconds);
  return {
    end() {
      clearInterval(timer);
      return peak;
    },
  };
}
