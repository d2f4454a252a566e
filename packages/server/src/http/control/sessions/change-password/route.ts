import { operatorSession, passwordChange } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { presentSession, sessionHeaders } from "../present-session.ts";

export const changePassword = operation({
  method: "POST",
  path: "/control/v1/password",
  operationId: "change-password",
  summary: "Change your own password",
  description: "Ends all your sessions, this one too, and begins a new one.",
  tag: "Control room: sessions",
  access: "newcomer",
  body: passwordChange,
  answers: { 200: operatorSession },
  answerHeaders: sessionHeaders,
  errors: ["too-many-attempts"],
  async handle({ context, caller, body }) {
    const signedIn = await context.operators.changePassword(caller.operator, body);
    return presentSession(200, signedIn, context);
  },
});
