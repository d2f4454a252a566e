import type { ResponderState } from "@tocsin/wire";
import type { AppContext } from "../../context.ts";
import { findResponderWork } from "../../dispatch/index.ts";
import { AppError } from "../../errors.ts";
import { presentSelf } from "./present-self.ts";
import { presentAssignment, presentOffer } from "./present-work.ts";

/** What a responder's app shows, as it is now: the answer of GET /state and of every act. */
export async function presentState(
  { db, fleet, clock }: Pick<AppContext, "db" | "fleet" | "clock">,
  responderId: number,
): Promise<ResponderState> {
  const { offer, assignment } = await findResponderWork(db, responderId);
  const entry = fleet.find(responderId);
  if (!entry) throw new AppError("unauthorized", "The responder of this session is gone.");
  return {
    responder: presentSelf(entry, clock.now()),
    offer: offer && presentOffer(offer),
    assignment: assignment && presentAssignment(assignment),
  };
}
