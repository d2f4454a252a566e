import { coverageArea, createCoverageAreaBody } from "@tocsin/wire";
import { createArea } from "../../../../coverage/index.ts";
import { asActor } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentArea } from "../present-area.ts";

export const createCoverageArea = operation({
  method: "POST",
  path: "/control/v1/coverage-areas",
  operationId: "create-coverage-area",
  summary: "Draw where a supplier's responders of one response type are sent",
  description:
    "From the first area of a response type on, only suppliers that cover a place are asked there. A polygon across the " +
    "antimeridian may be cut there into two, or go on beyond 180 degrees (RFC 7946 §3.1.9).",
  tag: "Control room: coverage areas",
  access: "supervisor",
  body: createCoverageAreaBody,
  answers: { 201: coverageArea },
  errors: [],
  async handle({ context, caller, body }) {
    const area = await createArea(context, asActor(caller.operator), body);
    return { status: 201, body: presentArea(area) };
  },
});
