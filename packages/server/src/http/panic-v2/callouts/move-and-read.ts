import type { MoveCallout } from "@tocsin/wire";
import { type CalloutView, findCalloutView, moveCallout } from "../../../callouts/index.ts";
import { notFound } from "../../../errors.ts";
import type { Caller } from "../../../partners/index.ts";
import type { Input } from "../../route.ts";
import { actorOf, audienceOf } from "../speaks-for.ts";

/** The words of the published example. */
export const movedMessage = "Request completed successfully.";

/** The API's own status for a location that came after the close. */
export const afterCloseStatus = 285;

/**
 * Moves the callout that a request names, unless it is closed, and reads it.
 * @throws AppError `not-found`
 */
export async function moveAndRead({
  context,
  caller,
  params: { calloutId },
  body: { latitude, longitude, accuracy },
  db,
}: Input<{ readonly calloutId: number }, unknown, MoveCallout, Caller>): Promise<{
  readonly outcome: "moved" | "closed";
  readonly callout: CalloutView;
}> {
  const { customerSourceId, policies } = caller.partner;
  const position = { latitude, longitude, accuracy: accuracy ?? null };
  const command = { customerSourceId, calloutId, timing: policies.timing, position, by: actorOf(caller) };
  const audience = audienceOf(caller, context);
  if (audience !== "partner") {
    const seen = await findCalloutView(db, customerSourceId, calloutId, audience);
    if (seen?.phase === "closed") {
      context.quietMoves.move(command);
      return { outcome: "closed", callout: seen };
    }
  }
  const outcome = await moveCallout({ ...context, db }, command);
  const callout = outcome && (await findCalloutView(db, customerSourceId, calloutId, audience));
  if (!callout) throw notFound(`Callout ${calloutId}`);
  return { outcome, callout };
}
