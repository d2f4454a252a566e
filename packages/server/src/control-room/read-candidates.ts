import { timingFor } from "@tocsin/domain";
import { peekCallouts } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { type Candidate, type FleetView, listCandidates } from "../dispatch/index.ts";
import { notFound } from "../errors.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { locateCallout } from "./read-queue.ts";

/**
 * Whom a controller could send to a callout: the whole fleet, fit ones first.
 * @throws AppError `not-found`
 */
export async function readCandidates(
  {
    db,
    clock,
    partners,
    fleetView,
  }: Pick<Capabilities, "db" | "clock"> & {
    readonly partners: PartnerDirectory;
    readonly fleetView: FleetView;
  },
  calloutId: number,
): Promise<readonly Candidate[]> {
  const customerSourceId = await locateCallout(db, calloutId);
  const partner = await partners.find(customerSourceId);
  const [callout] = await peekCallouts(db, [{ customerSourceId, calloutId }]);
  if (!callout || !partner) throw notFound(`Callout ${calloutId}`);
  const timing = timingFor(partner.policies.timing, callout.responseTypeId);
  return listCandidates(fleetView, db, { callout, partner, now: clock.now(), timing });
}
