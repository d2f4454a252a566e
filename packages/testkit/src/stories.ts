import { type CalloutEvent, defaultTiming } from "@tocsin/domain";
import { changeCallout } from "@tocsin/server";
import { addPlaces } from "./places.ts";
import { addResponders, type TestResponder } from "./responders.ts";
import type { TestPartner, TestSystem } from "./system.ts";

export interface TestCallout {
  readonly id: number;
  /** The partner's key of the place it was raised for. */
  readonly reference: string;
  /** The path of its tracking page. */
  readonly page: string;
  readonly partner: TestPartner;
}

export interface TestRaise {
  readonly partner?: TestPartner;
  /** Whose place it is; absent: the tenant's own. */
  readonly customerId?: number;
  readonly responseTypeId?: number;
}

/** How far a callout can be brought by somebody who is sent. */
const steps = ["assigned", "onScene", "completed", "closed"] as const;
export type TestStep = (typeof steps)[number];

/** Raises a callout through the API, at a place of its own. */
export async function raiseCallout(
  system: TestSystem,
  { partner = system.partner, customerId, responseTypeId = 1 }: TestRaise = {},
): Promise<TestCallout> {
  const mark = system.context.random.bytes(4).toString("hex");
  const [reference = ""] = await addPlaces(system, 1, `place-${mark}`, partner);
  if (customerId !== undefined) {
    await system.context.db.query({
      text: "update fixed_location set customer_id = $1 where external_reference_id = $2",
      values: [customerId, reference],
    });
  }
  const { status, body } = await system.request({
    method: "POST",
    path: `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`,
    token: await system.token(partner),
    body: { responseTypeId },
  });
  if (status !== 201) throw new Error(`The raise was answered ${status}: ${body.message}`);
  return { id: body.id, reference, page: new URL(body.url).pathname, partner };
}

/** Lets an event happen to a callout, as somebody at another door would cause it. */
export async function happen(
  { context }: TestSystem,
  { id, partner }: TestCallout,
  event: CalloutEvent,
): Promise<void> {
  const { customerSourceId } = partner;
  const change = { customerSourceId, calloutId: id, timing: defaultTiming, event: () => event };
  if (!(await changeCallout(context, change))) throw new Error(`There is no callout ${id}`);
}

/** One responder, near where places stand, whose position is on disk. */
export async function addResponder(system: TestSystem): Promise<TestResponder> {
  const [responder] = await addResponders(system, 1);
  if (!responder) throw new Error("No responder was made");
  await system.context.fleet.flush();
  return responder;
}

/**
 * Offers a callout to a responder, who accepts and goes on with it. Nobody was sent to it before.
 * @returns the id of the assignment
 */
export async function bringTo(
  system: TestSystem,
  callout: TestCallout,
  step: TestStep,
  { responderId }: Pick<TestResponder, "responderId">,
): Promise<number> {
  const assignmentId = await nextId(system, "assignment_id");
  const offerId = await nextId(system, "offer_id");
  const by = { kind: "responder", id: responderId, name: null } as const;
  const candidate = { responderId, etaSeconds: 240, distanceMetres: 1800, reservable: true };
  await happen(system, callout, { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] });
  const sending: Readonly<Record<TestStep, CalloutEvent>> = {
    assigned: { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by },
    onScene: { type: "arrived", assignmentId, position: null, by },
    completed: { type: "completed", assignmentId, outcome: null, notes: null, by },
    closed: {
      type: "closed",
      outcome: "attended",
      notes: null,
      by: { kind: "controller", id: 1, name: "Duty" },
    },
  };
  for (const each of steps.slice(0, steps.indexOf(step) + 1)) await happen(system, callout, sending[each]);
  return assignmentId;
}

/** A fresh id of a sequence, as whoever causes an event brings it along. */
export async function nextId(
  { context }: TestSystem,
  sequence: "assignment_id" | "offer_id",
): Promise<number> {
  const [row] = await context.db.query<{ id: number }>({
    text: "select nextval($1::regclass) as id",
    values: [sequence],
  });
  return row?.id ?? Number.NaN;
}
