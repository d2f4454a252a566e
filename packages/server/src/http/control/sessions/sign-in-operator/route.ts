import { operatorSession, operatorSignIn } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { presentSession, sessionHeaders } from "../present-session.ts";

export const signInOperator = operation({
  method: "POST",
  path: "/control/v1/sessions",
  operationId: "sign-in-operator",
  summary: "Sign in to the control room",
  description:
    "Ten wrong passwords for one name in 15 minutes, and none is looked at any more for a while. An unknown name and a wrong " +
    "password are answered alike.",
  tag: "Control room: sessions",
  access: "open",
  body: operatorSignIn,
  answers: { 201: operatorSession },
  answerHeaders: sessionHeaders,
  errors: ["unauthorized", "too-many-attempts"],
  async handle({ context, body }) {
    const signedIn = await context.operators.signIn(body.username, body.password);
    return presentSession(201, signedIn, context);
  },
});
