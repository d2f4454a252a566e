import { signupParams, signupSession } from "@tocsin/wire";
import { getSignup } from "../../../../hosted-sessions/index.ts";
import { operation } from "../../../route.ts";
import { presentSignup } from "../present-signup.ts";

export const getSignupSession = operation({
  method: "GET",
  path: "/panic-api/v2/customer-signup/sessions/:sessionId",
  operationId: "get-signup-session",
  summary: "Read what became of a sign-up",
  description: "A sign-up that nobody finished within 24 hours is `failed`, with the `errorCode` expired.",
  tag: "Hosted pages",
  access: "server",
  params: signupParams,
  answers: { 200: signupSession },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const { customerSourceId } = caller.partner;
    const signup = await getSignup({ ...context, db }, { customerSourceId, ...params });
    return {
      status: 200,
      body: presentSignup(signup, context.settings.publicUrl, "Sign-up session found."),
    };
  },
});
