import type { OfferState } from "@tocsin/domain";
import { type CalloutChange, changeCallout } from "../callouts/index.ts";
import { AppError, notFound } from "../errors.ts";
import { lockResponders, type Responder, refuseAssigned } from "../responders/index.ts";
import { nextAssignmentId } from "./dispatch-store.ts";
import { findOwnOffer } from "./own-work-store.ts";
import { asActor, calloutOf, type ResponderActCapabilities } from "./responder-act.ts";

/**
 * The responder goes. Saying so twice is no mistake.
 * @throws AppError `not-found`; `offer-over` with the offer's state when it is too late; `responder-assigned`
 */
export async function acceptOffer(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  offerId: number,
): Promise<void> {
  const { id } = responder;
  await answer(capabilities, { responderId: id, offerId, wanted: "accepted" }, async (_callout, tx) => {
    await lockResponders(tx, [id]);
    await refuseAssigned(tx, [id]);
    const assignmentId = await nextAssignmentId(tx);
    // the ETA is that of the offer, some seconds old
    return { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by: asActor(responder) };
  });
}

/**
 * The responder does not go; the next one is asked at once. Saying so twice is no mistake.
 * @throws AppError `not-found`; `offer-over` with the offer's state when it is too late
 */
export async function declineOffer(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  offerId: number,
  reason: string | null,
): Promise<void> {
  const event = { type: "offerDeclined", offerId, reason, by: asActor(responder) } as const;
  await answer(capabilities, { responderId: responder.id, offerId, wanted: "declined" }, () => event);
}

interface Answer {
  readonly responderId: number;
  readonly offerId: number;
  readonly wanted: OfferState;
}

/**
 * Whether the answer came in time, or was given before, the offer itself says afterwards: a responder whose connection
 * broke asks again and hears how it ended.
 */
async function answer(
  capabilities: ResponderActCapabilities,
  { responderId, offerId, wanted }: Answer,
  event: CalloutChange["event"],
): Promise<void> {
  const { db, partners } = capabilities;
  const own = await findOwnOffer(db, responderId, offerId);
  if (!own) throw notFound(`Offer ${offerId}`);
  const callout = await calloutOf(partners, own);
  try {
    await changeCallout(capabilities, { ...callout, event });
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 409) throw error;
    const after = await findOwnOffer(db, responderId, offerId);
    if (after && after.state !== wanted) throw tooLate(after.state, error);
  }
}

const whyOver: Readonly<Record<Exclude<OfferState, "live">, string>> = {
  accepted: "You have accepted this offer.",
  declined: "You have declined this offer.",
  expired: "This offer has timed out.",
  withdrawn: "This offer was withdrawn: somebody else goes, or nobody needs to any more.",
};

/** While it is still live it is the responder who can't: for another callout. */
function tooLate(offerState: OfferState, cause: AppError): AppError {
  const members = { offerState };
  if (offerState === "live") return new AppError(cause.code, cause.message, { cause, members });
  return new AppError("offer-over", whyOver[offerState], { cause, members });
}
