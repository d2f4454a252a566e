import type { FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../partners/index.ts";
import { bearerToken, noToken } from "./bearer-token.ts";

const from = "POST /panic-api/v2/oauth/token";

/** The tenant behind a server token. @throws AppError `unauthorized` */
export async function findServerCaller(
  { tokens }: Pick<AppContext, "tokens">,
  { headers }: Pick<FastifyRequest, "headers">,
): Promise<Caller> {
  const token = bearerToken(headers.authorization, from);
  if (token === undefined) throw noToken(from);
  const caller = tokens.recall(token) ?? (await tokens.verify(token));
  if (caller.scope !== "server") throw new AppError("unauthorized", "This operation takes a server token.");
  return caller;
}
