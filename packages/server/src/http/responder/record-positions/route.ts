import { positionsAnswer, positionsBody, readPosition } from "@tocsin/wire";
import { operation } from "../../route.ts";
import { recordReports } from "../record-reports.ts";

export const recordPositions = operation({
  method: "POST",
  path: "/responder/v1/positions",
  operationId: "record-positions",
  summary: "Send one's own positions",
  description:
    "1 to 1,000, in any order. The newest is where the responder is; late ones are kept for the track and never move the " +
    "responder back. One that can't be right is rejected by itself: more than 60 s in the future, more than 24 h old, no " +
    "place on earth.",
  tag: "Responder",
  access: "responder",
  body: positionsBody,
  answers: { 202: positionsAnswer },
  errors: [],
  async handle({ context, caller, body }) {
    const { id } = caller.responder;
    const reader = { read: readPosition, responderIdOf: () => id, supplierId: null };
    return { status: 202, body: await recordReports(context.fleet, body.positions, reader) };
  },
});
