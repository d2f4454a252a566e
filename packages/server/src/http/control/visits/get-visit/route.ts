import { visitFile, visitParams } from "@tocsin/wire";
import { readVisit } from "../../../../scheduled/index.ts";
import { presentInstant } from "../../../panic-v2/callouts/present-instant.ts";
import { operation } from "../../../route.ts";
import { presentVisit } from "../present-visit.ts";

export const getVisit = operation({
  method: "GET",
  path: "/control/v1/visits/:visitId",
  operationId: "get-visit",
  summary: "Read a visit with everything that happened to it",
  tag: "Control room: visits",
  access: "operator",
  params: visitParams,
  answers: { 200: visitFile },
  errors: ["not-found"],
  async handle({ context, params }) {
    const { row, entries } = await readVisit(context.db, params.visitId);
    const timeline = entries.map((entry) => ({ ...entry, at: presentInstant(entry.at) }));
    return { status: 200, body: { ...presentVisit(row), timeline } };
  },
});
