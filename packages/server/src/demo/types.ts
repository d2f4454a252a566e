import type { Capabilities } from "../capabilities.ts";
import type { FleetView } from "../dispatch/index.ts";
import type { ActingOperator } from "../operators/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";

export type AdvanceTo = "dispatched" | "arrived" | "completed" | "closed";

export interface Advance {
  readonly calloutId: number;
  readonly operator: ActingOperator;
  readonly to: AdvanceTo;
  /** False: the partner is told nothing of it. */
  readonly webhooks: boolean;
}

export interface AdvanceMeans extends Pick<Capabilities, "db" | "clock" | "changes"> {
  readonly partners: PartnerDirectory;
  readonly fleetView: FleetView;
}
