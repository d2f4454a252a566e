import type { LoadResult } from "../load/closed-loop.ts";
import { median } from "../load/latencies.ts";
import type { Bar, Report, Row } from "../report.ts";
import type { DriverResult } from "./pgbench.ts";

/** One round: every contender once, one after the other, so that a slow minute of the machine hits them all. */
export interface Round {
  readonly pgbench: DriverResult;
  readonly bare: LoadResult;
  readonly tocsin: LoadResult;
  readonly bareAlone: LoadResult;
  readonly tocsinAlone: LoadResult;
  readonly offered: LoadResult;
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
  const row = (what: string, pick: (round: Round) => LoadResult): Row => ({
    what,
    perSecond: middle((round) => pick(round).perSecond),
    p50: middle((round) => pick(round).p50),
    p99: middle((round) => pick(round).p99),
  });
  return [
    {
      what: `(a) pgbench, the very statement, ${connections} clients`,
      perSecond: middle(({ pgbench }) => pgbench.perSecond),
      p50: middle(({ pgbench }) => pgbench.mean),
      p99: null,
    },
    row(`(b) bare Fastify handler, ${connections} connections`, ({ bare }) => bare),
    row(`(c) Tocsin, ${connections} connections`, ({ tocsin }) => tocsin),
    row("(b) bare Fastify handler, 1 connection", ({ bareAlone }) => bareAlone),
    row("(c) Tocsin, 1 connection", ({ tocsinAlone }) => tocsinAlone),
    row(`(c) Tocsin, ${offeredRate}/s offered`, ({ offered }) => offered),
  ];
}

/** The bars of the milestone. Ratios are taken within a round, then their median. */
function bars(rounds: readonly Round[], { offeredRate }: Setting): Bar[] {
  const bar = (
    what: string,
    pick: (round: Round) => number,
    limit: Pick<Bar, "atLeast" | "atMost">,
  ): Bar => ({
    what,
    value: median(rounds.map(pick)),
    ...limit,
  });
  const unexpected = ({ bare, tocsin, offered }: Round): number =>
    bare.unexpected + tocsin.unexpected + offered.unexpected;
  return [
    bar("(c) / (a), callouts per second", ({ tocsin, pgbench }) => tocsin.perSecond / pgbench.perSecond, {
      atLeast: 0.8,
    }),
    bar("(c) / (b), callouts per second", ({ tocsin, bare }) => tocsin.perSecond / bare.perSecond, {
      atLeast: 1.5,
    }),
    bar(`(c) p99 at ${offeredRate}/s offered, ms`, ({ offered }) => offered.p99, { atMost: 15 }),
    bar(
      "(c) / (b), p50 latency at 1 connection",
      ({ tocsinAlone, bareAlone }) => tocsinAlone.p50 / bareAlone.p50,
      { atMost: 1.1 },
    ),
    bar("answers other than 201", unexpected, { atMost: 0 }),
  ];
}
