import { median } from "../load/latencies.ts";
import type { Report } from "../report.ts";
import type { BareRun } from "./bare-loop.ts";

/** Milliseconds from the commit until it arrived at the receiver. */
export interface Run extends BareRun {
  readonly lost: number;
}

export interface Round {
  /** Posts a second of nothing but undici. */
  readonly bare: BareRun;
  readonly backlog: Run;
  readonly steady: Run;
  /** The same for the others while some receivers hang. */
  readonly beside: Run;
}

export function webhooksReport(
  rounds: readonly Round[],
  {
    tenants,
    hanging,
    perSecond,
  }: { readonly tenants: number; readonly hanging: number; readonly perSecond: number },
): Report {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const row = (what: string, pick: (round: Round) => BareRun) => ({
    what,
    perSecond: middle((round) => pick(round).perSecond),
    p50: middle((round) => pick(round).p50),
    p99: middle((round) => pick(round).p99),
  });
  const lost = rounds.flatMap(({ backlog, steady, beside }) => [backlog.lost, steady.lost, beside.lost]);
  return {
    name: "webhooks",
    rows: [
      row("nothing but undici, no database, no signature", ({ bare }) => bare),
      row("a backlog: commit → arrival", ({ backlog }) => backlog),
      row(`${perSecond}/s over ${tenants} endpoints: commit → arrival`, ({ steady }) => steady),
      row(`the same while ${hanging} of them hang, at the others`, ({ beside }) => beside),
    ],
    bars: [
      { what: "deliveries a second", value: middle(({ backlog }) => backlog.perSecond), atLeast: 3_000 },
      {
        what: `first attempt at ${perSecond}/s, p99 ms after commit`,
        value: middle(({ steady }) => steady.p99),
        atMost: 100,
      },
      {
        what: `p99 of the others while ${hanging} of ${tenants} hang, ratio`,
        value: median(rounds.map(({ steady, beside }) => beside.p99 / steady.p99)),
        atMost: 1.2,
      },
      { what: "never arrived", value: lost.reduce((sum, each) => sum + each, 0), atMost: 0 },
      {
        what: "deliveries, share of what nothing but undici posts",
        value: median(rounds.map((round) => round.backlog.perSecond / round.bare.perSecond)),
      },
    ],
  };
}
