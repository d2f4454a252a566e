import { controlCalloutList, listControlCalloutsQuery, writeQueueCursor } from "@tocsin/wire";
import { readQueue } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { presentRow } from "../present-callout.ts";

const defaultLimit = 200;

export const listControlCallouts = operation({
  method: "GET",
  path: "/control/v1/callouts",
  operationId: "list-control-callouts",
  summary: "List callouts in the order of the queue",
  description:
    "Under duress first, then what nobody has taken (completed and cancelled ones count as taken), then by priority, then the " +
    "oldest first. Closed ones come newest first. A callout that changes its place while you turn pages may be met twice or not " +
    "at all: follow GET /control/v1/stream to miss none.",
  tag: "Control room: callouts",
  access: "operator",
  query: listControlCalloutsQuery,
  answers: { 200: controlCalloutList },
  errors: [],
  async handle({ context, query }) {
    const { state, limit = defaultLimit, cursor = null } = query;
    const { rows, next } = await readQueue(context.db, { state, limit, after: cursor });
    const now = context.clock.now();
    const callouts = rows.map((row) => presentRow(row, now));
    return { status: 200, body: { callouts, nextCursor: next && writeQueueCursor(next) } };
  },
});
