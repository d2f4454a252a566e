import { type FleetPositionFix, fleetPositionsBody, positionsAnswer, readFleetPosition } from "@tocsin/wire";
import { operation } from "../../route.ts";
import { recordReports } from "../record-reports.ts";

export const recordFleetPositions = operation({
  method: "POST",
  path: "/responder/v1/fleet/positions",
  operationId: "record-fleet-positions",
  summary: "Send the positions of a supplier's responders",
  description:
    "As for one responder, for up to 10,000 positions. A responder of another supplier is rejected as one that does not exist.",
  tag: "Responder",
  access: "fleet",
  body: fleetPositionsBody,
  bodyLimit: 4 * 1024 * 1024,
  answers: { 202: positionsAnswer },
  errors: [],
  async handle({ context, caller, body }) {
    const { supplierId } = caller;
    const responderIdOf = ({ responderId }: FleetPositionFix): number => responderId;
    const reader = { read: readFleetPosition, responderIdOf, supplierId };
    return { status: 202, body: await recordReports(context.fleet, body.positions, reader) };
  },
});
