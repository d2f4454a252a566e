import type { FleetMember, RankedCandidate, RankingQuery } from "@tocsin/domain";
import type { Fleet } from "../responders/index.ts";
import type { EtaSource } from "./eta/types.ts";

/** What dispatch knows of the world outside of a callout. */
export interface FleetView {
  readonly fleet: Fleet;
  readonly eta: EtaSource;
  /** Suppliers whose areas hold a place; null when no areas are drawn and all are allowed. */
  readonly suppliersCovering: (
    place: { latitude: number; longitude: number },
    responseTypeId: number,
  ) => ReadonlySet<number> | null;
}

/** Everything a ranking was made from, as plain data: ranking it again gives the same. */
export interface DispatchInputs {
  readonly members: readonly FleetMember[];
  readonly query: Omit<RankingQuery, "coveringSuppliers" | "routedEtaSeconds"> & {
    readonly coveringSuppliers: readonly number[] | null;
  };
  /** A router's answers in seconds by responder, and its name; everybody else has the estimate. */
  readonly eta: {
    readonly method: string | null;
    readonly routedSeconds: Readonly<Record<number, number>>;
  };
}

export interface FleetRanking {
  readonly inputs: DispatchInputs;
  /** Fit ones first, by ETA. */
  readonly ranking: readonly RankedCandidate[];
}
