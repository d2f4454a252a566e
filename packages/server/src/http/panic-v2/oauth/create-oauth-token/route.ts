import { tokenAnswer, tokenForm, tokenRequest } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { presentToken } from "../present-token.ts";
import { readFormCredentials } from "./form-credentials.ts";

export const createOauthToken = operation({
  method: "POST",
  path: "/panic-api/v2/oauth/token",
  operationId: "create-oauth-token",
  summary: "Get an access token",
  description:
    "Takes the pair as JSON, or as RFC 6749 client credentials: a form with `grant_type=client_credentials` and the pair in " +
    "the form or in HTTP Basic. Use the token until shortly before it expires; a new one does not end the others.",
  tag: "Authentication",
  access: "open",
  body: tokenRequest,
  form: tokenForm,
  answers: { 200: tokenAnswer },
  errors: ["unauthorized"],
  async handle({ context, body, headers }) {
    const pair = "grant_type" in body ? readFormCredentials(body, headers.authorization) : body;
    return presentToken(await context.tokens.issue(pair.clientId, pair.clientSecret));
  },
});
