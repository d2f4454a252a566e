import { jwksAnswer } from "@tocsin/wire";
import { operation } from "../../route.ts";

export const jwks = operation({
  method: "GET",
  path: "/.well-known/jwks.json",
  operationId: "jwks",
  summary: "Read the keys that access tokens are signed with",
  description:
    "For those who verify a token themselves. On a `kid` that you do not know, read the keys again.",
  tag: "Authentication",
  access: "open",
  answers: { 200: jwksAnswer },
  errors: [],
  async handle({ context }) {
    return {
      status: 200,
      headers: { "cache-control": "public, max-age=300" },
      body: await context.tokens.jwks(),
    };
  },
});
