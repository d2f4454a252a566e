import { estimateMethod, type RankedCandidate, rank } from "@tocsin/domain";
import type { DispatchInputs, FleetRanking } from "./types.ts";

/** The ranking that follows from these inputs, today as on the day they were stored. */
export function rankInputs({ members, query, eta }: DispatchInputs): RankedCandidate[] {
  const { coveringSuppliers } = query;
  return rank(members, {
    ...query,
    coveringSuppliers: coveringSuppliers && new Set(coveringSuppliers),
    routedEtaSeconds: (responderId) => eta.routedSeconds[responderId],
  });
}

/** The same fleet, ranked by what a router says of it. */
export function rankRouted(
  { inputs }: FleetRanking,
  method: string | null,
  routed: ReadonlyMap<number, number>,
): FleetRanking {
  const known = inputs.members.filter(({ responderId }) => routed.has(responderId));
  const routedSeconds = Object.fromEntries(known.map(({ responderId: id }) => [id, routed.get(id) ?? 0]));
  const next = { ...inputs, eta: { method: known.length > 0 ? method : null, routedSeconds } };
  return { inputs: next, ranking: rankInputs(next) };
}

/** Who says how long this responder needs. */
export function etaMethodOf({ eta }: Pick<DispatchInputs, "eta">, responderId: number): string {
  return (eta.routedSeconds[responderId] === undefined ? null : eta.method) ?? estimateMethod;
}
