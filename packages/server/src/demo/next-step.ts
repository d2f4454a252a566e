import type { Actor, AssignmentState, CalloutEvent, Offer, Timing } from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import { look, nextAssignmentId } from "../dispatch/index.ts";
import { AppError } from "../errors.ts";
import { type ActingOperator, asController } from "../operators/index.ts";
import { type Fleet, lockResponders, refuseAssigned } from "../responders/index.ts";
import type { Advance, AdvanceMeans } from "./types.ts";

interface Moment {
  readonly now: Temporal.Instant;
  readonly timing: Timing;
}

/** Looks for somebody as dispatch would, when the callout waits and nobody is asked. The callout as it is then. */
export async function makeOffer(
  { clock, fleetView, partners }: AdvanceMeans,
  tx: Queryable,
  waiting: Callout,
  moment: Moment,
): Promise<Callout> {
  let callout = waiting;
  // once everybody was asked, the first look starts the list over and the second one asks
  for (let looks = 0; looks < 2 && callout.phase === "awaiting"; looks++) {
    const applied = await look({ clock, view: fleetView, partners }, tx, callout, moment);
    if (applied.ok) callout = applied.callout;
  }
  if (callout.phase !== "awaiting") return callout;
  throw new AppError(
    "responder-unfit",
    `Nobody is fit and free to be sent to callout ${callout.id} (see GET /control/v1/callouts/${callout.id}/candidates).`,
  );
}

/** What a responder, or at the end a controller, would do next. */
export async function nextEvent(
  { fleetView }: AdvanceMeans,
  tx: Queryable,
  callout: Callout,
  { operator, to }: Pick<Advance, "operator" | "to">,
): Promise<CalloutEvent> {
  const { fleet } = fleetView;
  const best = bestOffer(callout);
  if (callout.phase === "offering" && best) return accept(tx, best, fleet);
  const onTheWay = firstAssignment(callout, "assigned");
  if (callout.phase === "assigned" && onTheWay) {
    const { assignmentId, responderId } = onTheWay;
    return { type: "arrived", assignmentId, position: callout.position, by: asResponder(fleet, responderId) };
  }
  const onScene = firstAssignment(callout, "onScene");
  if (callout.phase === "onScene" && onScene) {
    const { assignmentId, responderId } = onScene;
    return {
      type: "completed",
      assignmentId,
      outcome: null,
      notes: null,
      by: asResponder(fleet, responderId),
    };
  }
  return to === "closed" ? close(callout, operator) : nobodyGoes(operator);
}

async function accept(tx: Queryable, { offerId, responderId }: Offer, fleet: Fleet): Promise<CalloutEvent> {
  await lockResponders(tx, [responderId]);
  await refuseAssigned(tx, [responderId]);
  const assignmentId = await nextAssignmentId(tx);
  return {
    type: "offerAccepted",
    offerId,
    assignmentId,
    etaSeconds: null,
    by: asResponder(fleet, responderId),
  };
}

function close({ phase, internalTest }: Callout, operator: ActingOperator): CalloutEvent {
  const outcome = phase === "cancelled" ? "cancelled" : internalTest ? "test" : "attended";
  return { type: "closed", outcome, notes: null, by: asController(operator) };
}

/** Of a callout that nobody goes to any more: refused, with what is possible instead. */
function nobodyGoes(operator: ActingOperator): CalloutEvent {
  return { type: "completed", assignmentId: null, outcome: null, notes: null, by: asController(operator) };
}

function bestOffer({ offers }: Callout): Offer | undefined {
  const live = offers.filter(({ state }) => state === "live");
  return live.toSorted((one, other) => one.etaSeconds - other.etaSeconds || one.offerId - other.offerId)[0];
}

function firstAssignment({ assignments }: Callout, state: AssignmentState) {
  return assignments.find((assignment) => assignment.state === state);
}

function asResponder(fleet: Fleet, id: number): Actor {
  return { kind: "responder", id, name: fleet.find(id)?.responder.name ?? null };
}
