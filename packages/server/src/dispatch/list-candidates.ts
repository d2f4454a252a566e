import { isTooFarAlone, type RankedCandidate } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { listEngagements, type Responder } from "../responders/index.ts";
import { mayServe, type RankingSubject, rankingQuery, rankMembers, toMember } from "./rank-fleet.ts";
import { etaMethodOf, rankRouted } from "./rank-inputs.ts";
import type { FleetRanking, FleetView } from "./types.ts";

/** Routed ETAs are for those whom a controller may well send: the nearest of the fit ones and of those too far. */
const routed = 24;

/** A responder as a controller sees one before sending somebody by hand. */
export interface Candidate extends RankedCandidate {
  readonly responder: Responder;
  /** Where the ETA is from; null as it is. */
  readonly etaMethod: string | null;
}

/** The whole fleet, fit ones first, each with the reasons why it is or isn't fit. */
export async function listCandidates(
  view: FleetView,
  db: Queryable,
  subject: RankingSubject,
): Promise<Candidate[]> {
  const { fleet } = view;
  const query = rankingQuery(view, subject);
  const engaged = await listEngagements(db);
  const entries = [...fleet.entries()].filter(
    (entry) => entry.responder.disabledAt === null && mayServe(entry, subject.partner),
  );
  const members = entries.map((entry) => toMember(entry, engaged.get(entry.responder.id), query.now));
  const { inputs, ranking } = await routeBest(view, rankMembers(members, query));
  return ranking.flatMap((candidate) => {
    const { responderId, etaSeconds } = candidate;
    const responder = fleet.find(responderId)?.responder;
    const method = etaMethodOf(inputs, responderId);
    return responder ? [{ ...candidate, responder, etaMethod: etaSeconds === null ? null : method }] : [];
  });
}

async function routeBest({ eta }: FleetView, estimated: FleetRanking): Promise<FleetRanking> {
  const { members, query } = estimated.inputs;
  if (!query.place) return estimated;
  // whom the estimate finds too far the router may find near enough
  const worthwhile = estimated.ranking.filter((each) => each.unfit.length === 0 || isTooFarAlone(each));
  const best = new Set(worthwhile.slice(0, routed).map(({ responderId }) => responderId));
  const nearest = members.filter(({ responderId }) => best.has(responderId));
  return rankRouted(estimated, eta.method, await eta.route(query.place, nearest));
}
