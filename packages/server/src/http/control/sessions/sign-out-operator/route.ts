import { clearSessionCookie } from "../../../access/session-cookie.ts";
import { operation } from "../../../route.ts";

export const signOutOperator = operation({
  method: "DELETE",
  path: "/control/v1/sessions",
  operationId: "sign-out-operator",
  summary: "Sign out: the session of this request ends on every node",
  tag: "Control room: sessions",
  access: "newcomer",
  answers: { 204: null },
  answerHeaders: { "set-cookie": "Takes the console's cookie back." },
  errors: [],
  async handle({ context, caller }) {
    await context.operators.signOut(caller.operator, caller.sessionToken);
    return { status: 204, headers: { "set-cookie": clearSessionCookie(context.settings.publicUrl) } };
  },
});
