import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../partners/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Runs before the body is even read: a bad token is 401 whatever else is wrong (panic-v2 §1.5). */
export function requireServerToken(context: AppContext) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const token = bearerToken(request.headers.authorization);
    const caller = context.tokens.recall(token) ?? (await context.tokens.verify(token));
    if (caller.scope !== "server") throw new AppError("unauthorized", "This operation takes a server token.");
    request.caller = caller;
  };
}

function bearerToken(header: string | undefined): string {
  const match = /^Bearer +([\w.~+/=-]+) *$/i.exec(header ?? "");
  if (match?.[1]) return match[1];
  throw new AppError(
    "unauthorized",
    "Send an access token: Authorization: Bearer <token from POST /panic-api/v2/oauth/token>.",
  );
}
