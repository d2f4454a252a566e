import type { LoadResult } from "../load/closed-loop.ts";
import { median } from "../load/latencies.ts";
import type { Report, Row } from "../report.ts";
import type { ProbeResult } from "./probe-nearest.ts";

/** Milliseconds from a position's instant to its row. */
export interface StoringDelay {
  readonly p50: number;
  readonly p99: number;
}

export interface Round {
  /** As fast as the node takes them. */
  readonly closed: LoadResult;
  readonly whileClosed: ProbeResult;
  /** At the rate of the bar. */
  readonly offered: LoadResult;
  readonly whileOffered: ProbeResult;
  readonly storedAfter: StoringDelay;
}

interface Setting {
  readonly connections: number;
  readonly offeredFixes: number;
  readonly fixesPerBody: number;
}

export function positionsReport(rounds: readonly Round[], setting: Setting): Report {
  const { offeredFixes, fixesPerBody } = setting;
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const sum = (pick: (round: Round) => number): number =>
    rounds.map(pick).reduce((all, each) => all + each, 0);
  const checked = sum(({ whileClosed, whileOffered }) => whileClosed.checked + whileOffered.checked);
  return {
    name: "positions",
    rows: rows(rounds, setting),
    bars: [
      {
        what: "fixes taken per second",
        value: middle(({ closed }) => closed.perSecond * fixesPerBody),
        atLeast: offeredFixes,
      },
      {
        what: `nearest 24 of 100,000 at ${offeredFixes}/s offered, p99 ms`,
        value: middle(({ whileOffered }) => whileOffered.p99),
        atMost: 0.2,
      },
      {
        what: `of ${checked} answers that were checked, not those of looking at everybody`,
        value: sum(({ whileClosed, whileOffered }) => whileClosed.wrong + whileOffered.wrong),
        atMost: 0,
      },
      {
        what: "answers other than 202",
        value: sum(({ closed, offered }) => closed.unexpected + offered.unexpected),
        atMost: 0,
      },
    ],
  };
}

function rows(rounds: readonly Round[], { connections, offeredFixes, fixesPerBody }: Setting): Row[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const row = (
    what: string,
    factor: number,
    pick: (round: Round) => Omit<LoadResult, "unexpected">,
  ): Row => ({
    what,
    perSecond: middle((round) => pick(round).perSecond * factor),
    p50: middle((round) => pick(round).p50),
    p99: middle((round) => pick(round).p99),
  });
  const offered = `${offeredFixes}/s offered`;
  return [
    row(`fixes, bodies of ${fixesPerBody}, ${connections} connections`, fixesPerBody, ({ closed }) => closed),
    row("nearest 24 of 100,000 meanwhile", 1, ({ whileClosed }) => whileClosed),
    row(`fixes, ${offered}`, fixesPerBody, ({ offered }) => offered),
    row(`nearest 24 of 100,000, ${offered}`, 1, ({ whileOffered }) => whileOffered),
    row(`a fix is on disk after, ${offered}`, fixesPerBody, ({ offered: { perSecond }, storedAfter }) => {
      return { perSecond, ...storedAfter };
    }),
  ];
}
