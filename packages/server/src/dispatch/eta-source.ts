import type { FleetMember, Point } from "@tocsin/domain";

/** Where better ETAs than the estimate come from. Must answer soon or not at all: dispatch does not wait. */
export interface EtaSource {
  /** Shown with each ETA. */
  readonly method: string;
  /** Seconds by responder; whoever is missing gets the estimate. Never throws. */
  route(
    place: Point,
    members: readonly FleetMember[],
    responseTypeId: number,
  ): Promise<ReadonlyMap<number, number>>;
}

/** No router: distance × circuity ÷ speed for everybody. */
export const estimateOnly: EtaSource = { method: "estimate", route: async () => new Map() };
