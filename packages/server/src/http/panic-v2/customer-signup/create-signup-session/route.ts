import { createSignupRequest, signupSession } from "@tocsin/wire";
import { createSignup } from "../../../../hosted-sessions/index.ts";
import { operation } from "../../../route.ts";
import { presentSignup } from "../present-signup.ts";

export const createSignupSession = operation({
  method: "POST",
  path: "/panic-api/v2/customer-signup/sessions",
  operationId: "create-signup-session",
  summary: "Send a person to a page where they sign up",
  description:
    "Open the `url` of the answer for the person. When they are done the page leads to your `returnUrl`, which keeps its own " +
    "query, with `status`, `signupSessionId`, `customerId`, `siteId` and `error_code` behind it.",
  tag: "Hosted pages",
  access: "server",
  body: createSignupRequest,
  answers: { 201: signupSession },
  errors: [],
  async handle({ context, caller, body, db }) {
    const signup = await createSignup({ ...context, db }, caller.partner.customerSourceId, body);
    const { publicUrl } = context.settings;
    return { status: 201, body: presentSignup(signup, publicUrl, "Sign-up session created.") };
  },
});
