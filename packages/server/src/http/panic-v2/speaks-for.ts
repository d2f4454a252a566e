import type { Audience } from "../../callouts/index.ts";
import type { Caller } from "../../partners/index.ts";

/** Who acts when this caller does: a server token is the partner, any other is the person it was made for. */
export function actorOf({ scope, partner: { customerSourceId, clientId } }: Caller) {
  if (scope === "server") return { kind: "integrator", id: customerSourceId, name: clientId } as const;
  return { kind: "customer", id: null, name: null } as const;
}

/** Whose eyes read the answer: under duress they are shown different things (panic-v2 §5). */
export function audienceOf({ scope }: Caller): Audience {
  return scope === "server" ? "partner" : "customer";
}
