import { median } from "../load/latencies.ts";
import type { Report } from "../report.ts";

/** Milliseconds from the client's send. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export interface Round {
  readonly perSecond: number;
  /** Until the client has its 201. */
  readonly acknowledged: Times;
  /** Until the offer is on the responder's stream. */
  readonly offered: Times;
  /** A GET that asks for nothing, sent at the same moments: what the machine itself makes a client wait. */
  readonly idle: Times;
  /** Of the node, over the round, for all it had to do. */
  readonly cpuMillisecondsPerSecond: number;
  /** Raises of which no responder heard. */
  readonly unheard: number;
  /** Callouts that were open all the while. */
  readonly open: number;
}

export function offerReport(
  rounds: readonly Round[],
  { responders, streams }: { readonly responders: number; readonly streams: number },
): Report {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const open = Math.min(...rounds.map((round) => round.open));
  const row = (what: string, pick: (round: Round) => Times) => ({
    what,
    perSecond: middle(({ perSecond }) => perSecond),
    p50: middle((round) => pick(round).p50),
    p99: middle((round) => pick(round).p99),
  });
  return {
    name: "offer",
    rows: [
      row("send of the raise → 201", ({ acknowledged }) => acknowledged),
      row(
        `send of the raise → offer on the responder's stream (one of ${streams})`,
        ({ offered }) => offered,
      ),
      row("send of a GET that asks for nothing → 200, between the raises", ({ idle }) => idle),
    ],
    bars: [
      {
        what: `send → offer with ${responders} responders, p99 ms`,
        value: middle(({ offered }) => offered.p99),
        atMost: 150,
      },
      {
        what: `CPU of the node for all of it, ms a second`,
        value: middle(({ cpuMillisecondsPerSecond }) => cpuMillisecondsPerSecond),
        atMost: 500,
      },
      { what: "callouts open all the while", value: open, atLeast: 500 },
      {
        what: "raises of which no responder heard",
        value: rounds.reduce((sum, { unheard }) => sum + unheard, 0),
        atMost: 0,
      },
    ],
  };
}
