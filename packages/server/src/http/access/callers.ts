import type { Operator } from "../../operators/index.ts";
import type { Caller, ServerCaller } from "../../partners/index.ts";
import type { Responder } from "../../responders/index.ts";

/** Somebody signed in to the control room. */
export interface OperatorCaller {
  readonly operator: Operator;
  /** What they are signed in with; signing out ends it. */
  readonly sessionToken: string;
}

/** A responder's app. */
export interface ResponderCaller {
  readonly responder: Responder;
}

/** A supplier's gateway. */
export interface FleetCaller {
  readonly supplierId: number;
}

/** Who may call an operation → whom its handler is given. */
export interface Callers {
  /** Nobody's token is asked for. */
  readonly open: null;
  /** A partner's server token. */
  readonly server: ServerCaller;
  /** That, or a customer's own token for what is theirs. */
  readonly customer: Caller;
  /** That, or the token of a customer's alarm button, also for what is theirs (panic-v2 §3). */
  readonly callout: Caller;
  /** Anybody in the control room, also who has to change the password first. */
  readonly newcomer: OperatorCaller;
  /** Anybody in the control room. */
  readonly operator: OperatorCaller;
  /** A supervisor or an admin. */
  readonly supervisor: OperatorCaller;
  readonly admin: OperatorCaller;
  readonly responder: ResponderCaller;
  readonly fleet: FleetCaller;
}

export type Access = keyof Callers;
export type AnyCaller = Callers[Access];

declare module "fastify" {
  interface FastifyRequest {
    /** Null until the access rule of the operation has found who calls, and on open operations. */
    caller: AnyCaller;
  }
}
