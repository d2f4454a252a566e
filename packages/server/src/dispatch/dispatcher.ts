import type { Capabilities } from "../capabilities.ts";
import type { DueHandlers } from "../deadlines/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { createAvailability } from "./availability.ts";
import { bringLooksForward } from "./dispatch-store.ts";
import { look } from "./look.ts";
import { lookAhead } from "./look-ahead.ts";
import type { FleetView } from "./types.ts";

const broughtForwardAtOnce = 1_000;

/**
 * What happens when a callout's `dispatch` deadline is due. First a look ahead over all of them, which settles those
 * that nobody can be found for and asks the router for the others; then each of these alone, held.
 */
export function createDispatcher(
  capabilities: Pick<Capabilities, "db" | "clock" | "log" | "changes">,
  view: FleetView,
  partners: PartnerDirectory,
): Pick<DueHandlers, "dispatch" | "lookAhead"> {
  const { db, clock, log, changes } = capabilities;
  const availability = createAvailability(view.fleet, clock, () => {
    bringForward().catch((error: unknown) => {
      log.warn(
        { err: error },
        "looks that were put off could not be brought forward; they come by themselves",
      );
    });
  });

  /** Nobody was on duty, so looks were put off for long; now somebody is. */
  async function bringForward(): Promise<void> {
    let brought = broughtForwardAtOnce;
    while (brought === broughtForwardAtOnce) {
      brought = await bringLooksForward(db, clock.now(), broughtForwardAtOnce);
    }
    changes.signal();
  }

  return {
    dispatch: (tx, callout, now, timing) => look({ clock, view, partners }, tx, callout, { now, timing }),
    lookAhead: (due) => lookAhead({ db, clock, view, partners, availability, bringForward }, due),
  };
}
