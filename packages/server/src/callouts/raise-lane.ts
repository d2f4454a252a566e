import type { Queryable, Statement } from "../db/index.ts";
import { type CalloutRow, readCallout } from "./callout-row.ts";
import type { PreparedRaise } from "./prepare-raise.ts";
import type { AnyRaise, RaiseOutcome } from "./types.ts";

/** What differs between raises for places and raises for people; what waits, folds and commits is the same. */
export interface RaiseLane<Command extends AnyRaise> {
  /** Raises with the same key fold into one callout (panic-v2 §2). */
  foldKey(raise: PreparedRaise<Command>): string;
  /**
   * One statement for all: looks up what they are for, and writes callouts, timeline, outbox and deadlines. It answers a row
   * for each raise whose subject is there: its place in the list, from 1, as `subject_ord`, and the callout, null where
   * a live one stands in the way. No two raises may have the same fold key.
   */
  statement(raises: readonly PreparedRaise<Command>[]): Statement;
  /** Answers the `id` of the live callout that the raise folds into; null: it folds into none, ever. */
  findLive(command: Command): Statement | null;
}

export type RaiseRowOutcome = Exclude<RaiseOutcome, { kind: "folded" }> | { readonly kind: "alreadyLive" };

/** Runs the lane's statement; the outcomes stand in the order of `raises`. */
export async function raiseAll<Command extends AnyRaise>(
  db: Pick<Queryable, "query">,
  lane: RaiseLane<Command>,
  raises: readonly PreparedRaise<Command>[],
): Promise<RaiseRowOutcome[]> {
  const rows = await db.query<CalloutRow & { subject_ord: number; id: number | null }>(
    lane.statement(raises),
  );
  const outcomes: RaiseRowOutcome[] = raises.map(() => ({ kind: "absent" }));
  for (const row of rows) {
    outcomes[row.subject_ord - 1] =
      row.id === null
        ? { kind: "alreadyLive" }
        : { kind: "raised", callout: readCallout({ ...row, offers: [], assignments: [] }) };
  }
  return outcomes;
}
