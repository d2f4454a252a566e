import type { Actor } from "@tocsin/domain";
import { type AppliedEvent, applyEvent, type Callout, refusal } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { findEngagements, type Responder } from "../responders/index.ts";
import { isEngagedBy, nextAssignmentId, saveInstruction, storeDecision } from "./dispatch-store.ts";
import { mayServe, type RankingSubject, rankingQuery, rankMembers, toMember } from "./rank-fleet.ts";
import { etaMethodOf, rankRouted } from "./rank-inputs.ts";
import type { FleetRanking, FleetView } from "./types.ts";

/** What a controller asks for. */
export interface DispatchByHand {
  readonly responderId: number;
  /** For the responder to read; null: none. */
  readonly instruction: string | null;
  /** Live offers to others stay open. */
  readonly additional: boolean;
  /** Why somebody unfit is sent all the same; null: then they are not. */
  readonly overrideReason: string | null;
  /** What a router said before the callout was held, in seconds by responder; where it said nothing the estimate counts. */
  readonly routed: ReadonlyMap<number, number>;
  readonly by: Actor;
}

/** Another callout may take the responder between our look and our save; then the second look sees it. */
const attempts = 3;

/**
 * Sends a responder without an offer, and keeps how fit they were.
 * @param tx a transaction that holds the callout
 * @throws AppError `not-found`; `responder-unfit` with the reasons; `callout-state`
 */
export async function dispatchByHand(
  view: FleetView,
  tx: Queryable,
  subject: ByHandSubject,
  command: DispatchByHand,
): Promise<AppliedEvent> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await tx.transaction((inner) => send(view, inner, subject, command));
    } catch (error) {
      if (!(error instanceof TakenMeanwhile)) throw error;
    }
  }
  throw new Error(`Responder ${command.responderId} was taken and let go again while being sent`);
}

type ByHandSubject = RankingSubject & { readonly callout: Callout };

class TakenMeanwhile extends Error {}

async function send(
  view: FleetView,
  tx: Queryable,
  subject: ByHandSubject,
  command: DispatchByHand,
): Promise<AppliedEvent> {
  const { callout, now, timing } = subject;
  const { responder, inputs, ranking } = await judge(view, tx, subject, command);
  const { unfit = [], etaSeconds = null } = ranking[0] ?? {};
  const assignmentId = await nextAssignmentId(tx);
  const measured = { assignmentId, etaSeconds, etaMethod: etaMethodOf(inputs, responder.id), unfit };
  const { responderId, instruction, additional, overrideReason, by } = command;
  const wished = { responderId, instruction, additional, overrideReason, by };
  const event = { type: "dispatchedByHand", ...wished, ...measured } as const;
  const applied = await applyEvent(tx, callout, event, now, timing);
  if (!applied.ok && applied.reason === "responderUnfit") throw responderUnfit(responder, unfit);
  if (!applied.ok) throw refusal(callout, applied);
  const wasTaken = unfit.includes("assigned") || unfit.includes("holdsAnOffer");
  if (!wasTaken && !(await isEngagedBy(tx, callout, responder.id))) throw new TakenMeanwhile();
  await saveInstruction(tx, callout.customerSourceId, assignmentId, command.instruction);
  await storeDecision(tx, applied.callout, inputs, ranking);
  return applied;
}

async function judge(
  view: FleetView,
  tx: Queryable,
  subject: RankingSubject,
  { responderId, routed }: DispatchByHand,
): Promise<FleetRanking & { readonly responder: Responder }> {
  const entry = view.fleet.find(responderId);
  if (entry?.responder.disabledAt !== null || !mayServe(entry, subject.partner))
    throw notFound(`Responder ${responderId}`);
  const engaged = await findEngagements(tx, [responderId]);
  const member = toMember(entry, engaged.get(responderId), subject.now);
  const estimated = rankMembers([member], rankingQuery(view, subject));
  const ranked = routed.size > 0 ? rankRouted(estimated, view.eta.method, routed) : estimated;
  return { ...ranked, responder: entry.responder };
}

function responderUnfit({ id, name }: Responder, reasons: readonly string[]): AppError {
  return new AppError(
    "responder-unfit",
    `Responder ${id} (${name}) is unfit: ${reasons.join(", ")}. To send them all the same, say override and a reason.`,
  );
}
