import type { FleetMember, RankingQuery } from "@tocsin/domain";

/** Everything a ranking was made from: ranking it again gives the same (Temporal values are written as ISO text). */
export interface DispatchInputs {
  readonly members: readonly FleetMember[];
  readonly query: Omit<RankingQuery, "coveringSuppliers" | "routedEtaSeconds"> & {
    readonly coveringSuppliers: readonly number[] | null;
  };
  /** Where ETAs came from, and a router's answers by responder. */
  readonly eta: { readonly method: string; readonly routedSeconds: Readonly<Record<number, number>> };
}
