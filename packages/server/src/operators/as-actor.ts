import type { Actor } from "@tocsin/domain";
import type { AuditActor } from "../audit/index.ts";
import type { ActingOperator } from "./types.ts";

/** An operator as the audit names one. */
export function asActor({ id, name }: ActingOperator): AuditActor {
  return { kind: "operator", id, name };
}

/** An operator as a callout's timeline names one. */
export function asController({ id, name }: ActingOperator): Actor {
  return { kind: "controller", id, name };
}
