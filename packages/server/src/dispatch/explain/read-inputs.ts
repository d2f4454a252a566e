import type { FleetMember } from "@tocsin/domain";
import type { DispatchInputs } from "../types.ts";

/** Instants as they are stored: ISO text. */
type Written<Value> = Value extends Temporal.Instant
  ? string
  : Value extends object
    ? { readonly [Member in keyof Value]: Written<Value[Member]> }
    : Value;

/** What a decision was made from, as its row has it. */
export type WrittenInputs = Written<DispatchInputs>;

/**
 * Reads stored inputs back into what ranking takes.
 * @throws when they are not what was stored
 */
export function readInputs({ members, query, eta }: WrittenInputs): DispatchInputs {
  return {
    members: members.map(readMember),
    query: { ...query, now: Temporal.Instant.from(query.now) },
    eta,
  };
}

function readMember({ position, ...rest }: WrittenInputs["members"][number]): FleetMember {
  return { ...rest, position: position && { ...position, at: Temporal.Instant.from(position.at) } };
}
