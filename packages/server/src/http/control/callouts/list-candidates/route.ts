import { candidateList, controlCalloutParams, listCandidatesQuery, type WireCandidate } from "@tocsin/wire";
import { readCandidates } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";

const defaultLimit = 200;

export const listCandidates = operation({
  method: "GET",
  path: "/control/v1/callouts/:calloutId/candidates",
  operationId: "list-candidates",
  summary: "List whom a controller could send, the best first",
  description:
    "The whole fleet is ranked: fit ones by ETA, then the others, each with all that speaks against it.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  query: listCandidatesQuery,
  answers: { 200: candidateList },
  errors: ["not-found"],
  async handle({ context, params, query }) {
    const candidates = await readCandidates(context, params.calloutId);
    return {
      status: 200,
      body: { candidates: candidates.slice(0, query.limit ?? defaultLimit).map(present) },
    };
  },
});

function present(candidate: Awaited<ReturnType<typeof readCandidates>>[number]): WireCandidate {
  const { responder, responderId, unfit, etaSeconds, etaMethod, distanceMetres, positionAgeSeconds } =
    candidate;
  return {
    responderId,
    name: responder.name,
    callSign: responder.callSign,
    vehicle: responder.vehicle,
    supplier: { id: responder.supplierId, name: responder.supplierName },
    fit: unfit.length === 0,
    unfit: [...unfit],
    etaSeconds,
    etaMethod,
    distanceMetres,
    positionAgeSeconds,
  };
}
