import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnNode } from "@tocsin/testkit";
import { median } from "../load/latencies.ts";
import type { Report, Row } from "../report.ts";
import { fileOf, rowCount } from "./file-of.ts";
import { importFile, signIn } from "./import-file.ts";
import { watchMemory } from "./peak-memory.ts";
import { raiseMeanwhile } from "./raise-meanwhile.ts";

/** What is sent one after the other, each with what it does to the places. */
const steps = [
  { what: "all rows new", file: () => fileOf(rowCount, "first") },
  { what: "all rows changed", file: () => fileOf(rowCount, "second") },
  { what: "no row changed", file: () => fileOf(rowCount, "second") },
  { what: "all places deleted", file: () => fileOf(0, "") },
] as const;

interface Measured {
  readonly what: string;
  readonly seconds: number;
  readonly raiseP50: number;
  readonly raiseP99: number;
}

/** How long a file of 100,000 places takes, in which memory, and what raises feel of it; one node and its own PostgreSQL. */
export async function benchImports({ rounds }: { readonly rounds: number }): Promise<Report> {
  const measured: Measured[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await using stack = new AsyncDisposableStack();
    const folder = stack.adopt(await mkdtemp(join(tmpdir(), "tocsin-bench-")), (path) =>
      rm(path, { recursive: true, force: true }),
    );
    const settings = { TOCSIN_DEMO: "1", TOCSIN_DEMO_SPEED: "0", TOCSIN_LOG_LEVEL: "warn" };
    const node = stack.adopt(await spawnNode(folder, settings), ({ end }) => end());
    const watched = watchMemory(node.process.pid ?? 0);
    const token = await signIn(node.address);
    for (const { what, file } of steps) {
      const raises = await raiseMeanwhile(node.address, token, () => importFile(node.address, token, file()));
      measured.push({ what, ...raises });
    }
    memory.push(watched.end());
  }
  return reportOf(measured, Math.max(...memory));
}

function reportOf(measured: readonly Measured[], megabytes: number): Report {
  const rows = steps.map(({ what }): Row => {
    const own = measured.filter((each) => each.what === what);
    const middle = (pick: (each: Measured) => number): number => median(own.map(pick));
    const perSecond = rowCount / middle(({ seconds }) => seconds);
    return {
      what: `${what}: rows a second, and raises meanwhile`,
      perSecond,
      p50: middle(({ raiseP50 }) => raiseP50),
      p99: middle(({ raiseP99 }) => raiseP99),
    };
  });
  const slowest = Math.max(...measured.map(({ seconds }) => seconds));
  return {
    name: "imports",
    rows,
    bars: [
      { what: "100,000 rows, seconds", value: slowest, atMost: 60 },
      { what: "most memory of its own that the node had, MB", value: megabytes, atMost: 300 },
    ],
  };
}
