import type { OfferState } from "@tocsin/domain";
import type { TestSystem } from "@tocsin/testkit";

export interface StoredOffer {
  readonly id: number;
  readonly calloutId: number;
  readonly responderId: number;
  readonly state: OfferState;
  readonly etaSeconds: number;
  readonly etaMethod: string;
  readonly offeredAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** The offers of a callout, or of all, oldest first. */
export function offersOf(
  { context }: Pick<TestSystem, "context">,
  calloutId?: number,
): Promise<StoredOffer[]> {
  return context.db.query<StoredOffer>({
    text: `select id, callout_id as "calloutId", responder_id as "responderId", state, eta_seconds as "etaSeconds",
        eta_method as "etaMethod", offered_at as "offeredAt", expires_at as "expiresAt"
      from offer where $1::bigint is null or callout_id = $1 order by id`,
    values: [calloutId ?? null],
  });
}

/** The kinds of a callout's timeline entries, in order. */
export async function timelineOf(
  { context }: Pick<TestSystem, "context">,
  calloutId: number,
): Promise<string[]> {
  const rows = await context.db.query<{ kind: string }>({
    text: "select kind from callout_event where callout_id = $1 order by sequence",
    values: [calloutId],
  });
  return rows.map(({ kind }) => kind);
}

/** When a callout's deadlines are due, in seconds from now. */
export async function deadlinesOf(
  { context, clock }: Pick<TestSystem, "context" | "clock">,
  calloutId: number,
): Promise<Record<string, number>> {
  const rows = await context.db.query<{ kind: string; due_at: Temporal.Instant }>({
    text: "select kind, due_at from deadline where callout_id = $1 order by kind",
    values: [calloutId],
  });
  return Object.fromEntries(
    rows.map(({ kind, due_at }) => [kind, due_at.since(clock.now()).total("seconds")]),
  );
}
