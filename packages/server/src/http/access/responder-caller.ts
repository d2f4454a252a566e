import type { FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { bearerToken, noToken } from "./bearer-token.ts";
import type { FleetCaller, ResponderCaller } from "./callers.ts";

type Request = Pick<FastifyRequest, "headers">;

/** The responder whose session it is, as they are now. @throws AppError `unauthorized` */
export async function findResponderCaller(
  { sessions, fleet }: Pick<AppContext, "sessions" | "fleet">,
  { headers }: Request,
): Promise<ResponderCaller> {
  const token = tokenOf(headers.authorization, "POST /responder/v1/sessions");
  const { subjectId } = await sessions.verify(token, "responder");
  const entry = fleet.find(subjectId);
  if (entry?.responder.disabledAt !== null)
    throw new AppError("unauthorized", "This responder may not sign in any more.");
  return { responder: entry.responder };
}

/** The supplier whose gateway it is. @throws AppError `unauthorized` */
export async function findFleetCaller(
  { sessions }: Pick<AppContext, "sessions">,
  { headers }: Request,
): Promise<FleetCaller> {
  const token = tokenOf(headers.authorization, "POST /responder/v1/fleet/sessions");
  const { subjectId } = await sessions.verify(token, "fleet");
  return { supplierId: subjectId };
}

function tokenOf(header: string | undefined, from: string): string {
  const token = bearerToken(header, from);
  if (token === undefined) throw noToken(from);
  return token;
}
