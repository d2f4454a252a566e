import type { Audience, CustomerSide } from "../../callouts/index.ts";
import type { Clock } from "../../capabilities.ts";
import type { Caller, Partner } from "../../partners/index.ts";

/** Who acts when this caller does: a server token is the partner, any other is the person it was made for. */
export function actorOf(caller: Caller) {
  const { customerSourceId, clientId } = caller.partner;
  if (caller.scope === "server") return { kind: "integrator", id: customerSourceId, name: clientId } as const;
  return { kind: "customer", id: caller.customerId, name: null } as const;
}

/** Whose eyes read the answer: under duress they are shown different things (panic-v2 §5). */
export function audienceOf({ scope, partner }: Caller, capabilities: { readonly clock: Clock }): Audience {
  return scope === "server" ? "partner" : customerSideOf(partner, capabilities);
}

/** The eyes of a tenant's customers, now. */
export function customerSideOf(
  { policies }: Pick<Partner, "policies">,
  { clock }: { readonly clock: Clock },
): CustomerSide {
  return { now: clock.now(), timing: policies.timing };
}
