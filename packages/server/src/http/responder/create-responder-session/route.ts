import { responderSession, responderSignIn } from "@tocsin/wire";
import { AppError } from "../../../errors.ts";
import { operation } from "../../route.ts";
import { presentSelf } from "../present-self.ts";

export const createResponderSession = operation({
  method: "POST",
  path: "/responder/v1/sessions",
  operationId: "create-responder-session",
  summary: "Sign in as a responder",
  description:
    "Ten wrong PINs for one login in 15 minutes, and none is looked at any more for a while. An unknown login and a wrong PIN are " +
    "answered alike, in the same time. The session lasts twelve hours.",
  tag: "Responder",
  access: "open",
  body: responderSignIn,
  answers: { 201: responderSession },
  errors: ["unauthorized", "too-many-attempts"],
  async handle({ context, body }) {
    const { responderId, session } = await context.responderSignIn.signIn(body.login, body.pin);
    const entry = context.fleet.find(responderId);
    if (!entry) throw new AppError("unavailable", "The responder was made just now. Try again in a moment.");
    const { token, expiresIn } = session;
    const responder = presentSelf(entry, context.clock.now());
    return { status: 201, body: { accessToken: token, expiresIn, responder } };
  },
});
