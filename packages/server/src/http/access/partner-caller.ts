import type { FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import { isLiveCustomer } from "../../customers/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, PersonScope, ServerCaller } from "../../partners/index.ts";
import { bearerToken, noToken } from "./bearer-token.ts";

type Needed = Pick<AppContext, "db" | "tokens">;
type Request = Pick<FastifyRequest, "headers">;

const from = "POST /panic-api/v2/oauth/token";

/** The tenant behind a server token. @throws AppError `unauthorized` */
export async function findServerCaller(context: Needed, request: Request): Promise<ServerCaller> {
  const caller = await findTokenCaller(context, request);
  if (caller.scope === "server") return caller;
  throw new AppError("unauthorized", "This operation takes a server token.");
}

/**
 * The tenant's server, or one of its customers' apps. A token outlives its person's account: they are looked for each time.
 * @param scopes of the tokens that may call beside the server's
 */
export function findPersonOrServer(...scopes: readonly PersonScope[]) {
  return async (context: Needed, request: Request): Promise<Caller> => {
    const caller = await findTokenCaller(context, request);
    if (caller.scope === "server") return caller;
    if (!scopes.includes(caller.scope)) {
      throw new AppError(
        "unauthorized",
        `This operation takes a server token or a ${scopes.join(" or ")} token.`,
      );
    }
    const { partner, customerId } = caller;
    if (await isLiveCustomer(context.db, partner.customerSourceId, customerId)) return caller;
    throw new AppError("unauthorized", "The customer whom the access token was made for is no longer there.");
  };
}

/** @throws AppError `unauthorized` */
async function findTokenCaller({ tokens }: Needed, { headers }: Request): Promise<Caller> {
  const token = bearerToken(headers.authorization, from);
  if (token === undefined) throw noToken(from);
  return tokens.recall(token) ?? tokens.verify(token);
}
