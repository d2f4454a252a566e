import type { RaiseForCustomer } from "@tocsin/wire";
import { findCalloutView } from "../../../callouts/index.ts";
import type { Caller } from "../../../partners/index.ts";
import { raiseForPerson } from "../../../person-raises/index.ts";
import type { Answer, Input } from "../../route.ts";
import { actorOf, audienceOf } from "../speaks-for.ts";
import { presentRead } from "./present-callout.ts";
import { decideResponseType } from "./response-type.ts";

/**
 * Raises a callout for a customer and answers it: 201, or 200 when it was added to the one that runs.
 * @throws AppError `not-found`, `subscription-required`
 */
export async function raiseAndRead(
  { context, caller, body, db, keyed }: Input<unknown, unknown, RaiseForCustomer, Caller>,
  customerId: number,
  checksSubscription: boolean,
): Promise<Answer> {
  const { partner } = caller;
  const { kind, callout } = await raiseForPerson(
    { ...context, db, keyed },
    {
      partner,
      customerId,
      where: body.where,
      responseTypeId: decideResponseType(partner, body.responseTypeId),
      classificationId: body.calloutClassificationId ?? 1,
      internalTest: body.internalTest ?? false,
      by: actorOf(caller),
      checksSubscription,
      // a person learns nothing of other people's places
      placesOf: caller.scope === "server" ? null : caller.customerId,
    },
  );
  const audience = audienceOf(caller, context);
  const view = await findCalloutView(db, partner.customerSourceId, callout.id, audience);
  if (!view) throw new Error(`Callout ${callout.id} was raised and is not there`);
  const isNew = kind === "raised";
  const message = isNew ? "Callout created." : "Callout already active.";
  return { status: isNew ? 201 : 200, body: presentRead(view, context.settings.publicUrl, message) };
}
