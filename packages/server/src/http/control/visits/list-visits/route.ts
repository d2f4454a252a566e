import { listVisitsQuery, visitList, writeVisitCursor } from "@tocsin/wire";
import { queryVisitRows } from "../../../../scheduled/index.ts";
import { operation } from "../../../route.ts";
import { presentVisit } from "../present-visit.ts";

const defaultLimit = 200;

export const listVisits = operation({
  method: "GET",
  path: "/control/v1/visits",
  operationId: "list-visits",
  summary: "List visits of scheduled services by the start of their windows",
  description:
    "Of all partners; those of the next four to five weeks stand there. Follow GET /control/v1/stream (`visit`, and `alarm` for a " +
    "missed one) to miss no change.",
  tag: "Control room: visits",
  access: "operator",
  query: listVisitsQuery,
  answers: { 200: visitList },
  errors: [],
  async handle({ context, query }) {
    const { state, from, to, limit = defaultLimit, cursor } = query;
    const after = cursor && {
      startsAt: Temporal.Instant.fromEpochMilliseconds(cursor.startsAtMilliseconds),
      id: cursor.id,
    };
    const found = await queryVisitRows(context.db, {
      phases: state,
      from: from?.toTemporalInstant() ?? null,
      to: to?.toTemporalInstant() ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last
      ? writeVisitCursor({ startsAtMilliseconds: last.startsAt.epochMilliseconds, id: last.id })
      : null;
    return { status: 200, body: { visits: rows.map(presentVisit), nextCursor } };
  },
});
