import { fleetSession, fleetSignIn } from "@tocsin/wire";
import { operation } from "../../route.ts";

export const createFleetSession = operation({
  method: "POST",
  path: "/responder/v1/fleet/sessions",
  operationId: "create-fleet-session",
  summary: "Sign in as a supplier's gateway",
  description:
    "For trackers and gateways that send the positions of many responders. The session lasts twelve hours.",
  tag: "Responder",
  access: "open",
  body: fleetSignIn,
  answers: { 201: fleetSession },
  errors: ["unauthorized"],
  async handle({ context, body }) {
    const { token, expiresIn } = await context.responderSignIn.signInFleet(body.supplierId, body.secret);
    return { status: 201, body: { accessToken: token, expiresIn } };
  },
});
