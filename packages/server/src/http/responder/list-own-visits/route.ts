import { ownVisits } from "@tocsin/wire";
import { readOwnVisits } from "../../../scheduled/index.ts";
import { presentVisit } from "../../control/visits/present-visit.ts";
import { operation } from "../../route.ts";

export const listOwnVisits = operation({
  method: "GET",
  path: "/responder/v1/visits",
  operationId: "list-own-visits",
  summary: "List the visits to go to, and those that can be taken",
  description:
    "By the start of their windows. What can be taken is listed for a responder on duty: the visits that nobody has and that start " +
    "within a day, 200 at most.",
  tag: "Responder",
  access: "responder",
  answers: { 200: ownVisits },
  errors: [],
  async handle({ context, caller }) {
    const { own, open } = await readOwnVisits(context.db, caller.responder, context.clock.now());
    return { status: 200, body: { own: own.map(presentVisit), open: open.map(presentVisit) } };
  },
});
