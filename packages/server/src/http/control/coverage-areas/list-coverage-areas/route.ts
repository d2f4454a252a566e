import { coverageAreaList } from "@tocsin/wire";
import { listAreas } from "../../../../coverage/index.ts";
import { operation } from "../../../route.ts";
import { presentArea } from "../present-area.ts";

export const listCoverageAreas = operation({
  method: "GET",
  path: "/control/v1/coverage-areas",
  operationId: "list-coverage-areas",
  summary: "List coverage areas",
  tag: "Control room: coverage areas",
  access: "operator",
  answers: { 200: coverageAreaList },
  errors: [],
  async handle({ context }) {
    return { status: 200, body: { coverageAreas: (await listAreas(context.db)).map(presentArea) } };
  },
});
