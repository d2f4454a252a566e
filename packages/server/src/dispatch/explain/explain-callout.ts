import { isDeepStrictEqual } from "node:util";
import type { CalloutPhase, RankedCandidate } from "@tocsin/domain";
import type { Queryable } from "../../db/index.ts";
import { etaMethodOf, rankInputs } from "../rank-inputs.ts";
import {
  type DecisionEntry,
  type DecisionRow,
  type ExplainedCalloutRow,
  findExplainedCallouts,
  listDecisions,
  nameResponders,
} from "./explain-store.ts";
import { readInputs, type WrittenInputs } from "./read-inputs.ts";

/** Why dispatch did what it did about a callout. */
export interface CalloutExplanation {
  readonly calloutId: number;
  readonly clientId: string;
  readonly phase: CalloutPhase;
  readonly responseTypeId: number;
  readonly raisedAt: Temporal.Instant;
  readonly decisions: readonly ExplainedDecision[];
}

export interface ExplainedDecision {
  /** The entry of the timeline it led to. */
  readonly sequence: number;
  readonly at: Temporal.Instant;
  /** What was written on the timeline with it. */
  readonly entries: readonly DecisionEntry[];
  readonly inputs: WrittenInputs;
  /** As it was stored, best first. */
  readonly ranking: readonly ExplainedCandidate[];
  readonly replay: Replay;
}

export interface ExplainedCandidate extends RankedCandidate {
  /** Null when there is no such responder any more. */
  readonly name: string | null;
  readonly etaMethod: string;
}

/** What ranking the stored inputs again gives. */
export type Replay =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly ranking: readonly RankedCandidate[] }
  /** The stored inputs are none. */
  | { readonly kind: "impossible"; readonly reason: string };

/** Every stored decision of a callout, ranked again; for each partner that has a callout with this id. */
export async function explainCallout(db: Queryable, calloutId: number): Promise<CalloutExplanation[]> {
  const callouts = await findExplainedCallouts(db, calloutId);
  return Promise.all(callouts.map((callout) => explainOne(db, calloutId, callout)));
}

async function explainOne(
  db: Queryable,
  calloutId: number,
  { customerSourceId, ...callout }: ExplainedCalloutRow,
): Promise<CalloutExplanation> {
  const decisions = await listDecisions(db, customerSourceId, calloutId);
  const ids = decisions.flatMap(({ ranking }) => ranking.map(({ responderId }) => responderId));
  const names = await nameResponders(db, [...new Set(ids)]);
  return { calloutId, ...callout, decisions: decisions.map((decision) => explain(decision, names)) };
}

function explain(decision: DecisionRow, names: ReadonlyMap<number, string>): ExplainedDecision {
  const { sequence, at, entries, inputs, ranking } = decision;
  return {
    sequence,
    at,
    entries,
    inputs,
    ranking: ranking.map((candidate) => ({
      ...candidate,
      name: names.get(candidate.responderId) ?? null,
      etaMethod: etaMethodOf(inputs, candidate.responderId),
    })),
    replay: replay(decision),
  };
}

function replay({ inputs, ranking }: DecisionRow): Replay {
  try {
    const again = rankInputs(readInputs(inputs));
    return isDeepStrictEqual(again, ranking) ? { kind: "same" } : { kind: "differs", ranking: again };
  } catch (error) {
    return { kind: "impossible", reason: error instanceof Error ? error.message : String(error) };
  }
}
