import type { LoadResult } from "../load/closed-loop.ts";
import { median } from "../load/latencies.ts";
import type { Bar, Report, Row } from "../report.ts";
import type { DriverResult } from "./pgbench.ts";

/** One round: every contender once, one after the other, so that a slow minute of the machine hits them all. */
export interface Round {
  readonly pgbench: DriverResult;
  readonly bare: LoadResult;
  readonly tocsin: LoadResult;
  /** Short runs at one connection in turn: so small a difference shows only between neighbours in time. */
  readonly alone: readonly Pair[];
  /** At a fixed rate. What the bare handler shows is the disk's and the machine's part. */
  readonly offered: Pair;
}

interface Pair {
  readonly bare: LoadResult;
  readonly tocsin: LoadResult;
}

interface Setting {
  readonly connections: number;
  readonly offeredRate: number;
}

export function raiseReport(rounds: readonly Round[], setting: Setting): Report {
  return { name: "raise", rows: rows(rounds, setting), bars: bars(rounds, setting) };
}

function rows(rounds: readonly Round[], { connections, offeredRate }: Setting): Row[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const row = (what: string, pick: (round: Round) => LoadResult): Row => summary(what, rounds.map(pick));
  const alone = rounds.flatMap((round) => round.alone);
  return [
    {
      what: `(a) pgbench, the very statement, ${connections} clients`,
      perSecond: middle(({ pgbench }) => pgbench.perSecond),
      p50: middle(({ pgbench }) => pgbench.mean),
      p99: null,
    },
    row(`(b) bare Fastify handler, ${connections} connections`, ({ bare }) => bare),
    row(`(c) Tocsin, ${connections} connections`, ({ tocsin }) => tocsin),
    summary(
      "(b) bare Fastify handler, 1 connection",
      alone.map(({ bare }) => bare),
    ),
    summary(
      "(c) Tocsin, 1 connection",
      alone.map(({ tocsin }) => tocsin),
    ),
    row(`(b) bare Fastify handler, ${offeredRate}/s offered`, ({ offered }) => offered.bare),
    row(`(c) Tocsin, ${offeredRate}/s offered`, ({ offered }) => offered.tocsin),
  ];
}

function summary(what: string, results: readonly LoadResult[]): Row {
  return {
    what,
    perSecond: median(results.map(({ perSecond }) => perSecond)),
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  };
}

/** The bars of the milestone. A ratio is the median of the ratios of neighbours in time, so it need not be that of two rows. */
function bars(rounds: readonly Round[], { offeredRate }: Setting): Bar[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const alone = rounds.flatMap((round) => round.alone.map(({ tocsin, bare }) => tocsin.p50 / bare.p50));
  const results = rounds.flatMap(({ bare, tocsin, offered, alone: pairs }) => [
    bare,
    tocsin,
    ...[offered, ...pairs].flatMap((pair) => [pair.bare, pair.tocsin]),
  ]);
  return [
    {
      what: "(c) / (a), callouts per second",
      value: middle(({ tocsin, pgbench }) => tocsin.perSecond / pgbench.perSecond),
      atLeast: 0.8,
    },
    {
      what: "(c) / (b), callouts per second",
      value: middle(({ tocsin, bare }) => tocsin.perSecond / bare.perSecond),
      atLeast: 1.5,
    },
    {
      what: `(c) p99 at ${offeredRate}/s offered, ms`,
      value: middle(({ offered }) => offered.tocsin.p99),
      atMost: 15,
    },
    {
      what: `(c) / (b), p99 at ${offeredRate}/s offered`,
      value: middle(({ offered }) => offered.tocsin.p99 / offered.bare.p99),
    },
    { what: "(c) / (b), p50 latency at 1 connection", value: median(alone), atMost: 1.1 },
    {
      what: "answers other than 201",
      value: results.reduce((sum, { unexpected }) => sum + unexpected, 0),
      atMost: 0,
    },
  ];
}
