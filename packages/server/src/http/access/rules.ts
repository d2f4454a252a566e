import type { FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import type { ErrorCode } from "../../errors.ts";
import type { Access, Callers } from "./callers.ts";
import { findOperatorCaller } from "./operator-caller.ts";
import { findPersonOrServer, findServerCaller } from "./partner-caller.ts";
import { findFleetCaller, findResponderCaller } from "./responder-caller.ts";

interface AccessRule<Found> {
  /** Runs before the body is even read: a bad token is 401 whatever else is wrong (panic-v2 §1.5). */
  readonly find: (context: AppContext, request: FastifyRequest) => Found | Promise<Found>;
  /** What it may refuse with. */
  readonly errors: readonly ErrorCode[];
}

const controlRoom: readonly ErrorCode[] = ["unauthorized", "forbidden", "password-change-required"];

/** Access → how the caller is found. */
export const accessRules: { readonly [Each in Access]: AccessRule<Callers[Each]> } = {
  open: { find: () => null, errors: [] },
  server: { find: findServerCaller, errors: ["unauthorized"] },
  customer: { find: findPersonOrServer("customer"), errors: ["unauthorized"] },
  callout: { find: findPersonOrServer("callout", "customer"), errors: ["unauthorized"] },
  newcomer: { find: findOperatorCaller(null), errors: ["unauthorized", "forbidden"] },
  operator: { find: findOperatorCaller("operator"), errors: controlRoom },
  supervisor: { find: findOperatorCaller("supervisor"), errors: controlRoom },
  admin: { find: findOperatorCaller("admin"), errors: controlRoom },
  responder: { find: findResponderCaller, errors: ["unauthorized"] },
  fleet: { find: findFleetCaller, errors: ["unauthorized"] },
};
