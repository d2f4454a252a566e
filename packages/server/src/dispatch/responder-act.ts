import type { Actor } from "@tocsin/domain";
import type { CalloutChange } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import type { Responder } from "../responders/index.ts";
import type { OwnWork } from "./own-work-store.ts";

/** What a responder's own acts need. */
export interface ResponderActCapabilities extends Pick<Capabilities, "db" | "clock" | "changes"> {
  readonly partners: PartnerDirectory;
}

export function asActor({ id, name }: Pick<Responder, "id" | "name">): Actor {
  return { kind: "responder", id, name };
}

/** The callout that an offer or an assignment is of, and by whose clockwork it runs. */
export async function calloutOf(
  partners: PartnerDirectory,
  { customerSourceId, calloutId }: OwnWork<unknown>,
): Promise<Omit<CalloutChange, "event">> {
  const partner = await partners.find(customerSourceId);
  if (!partner) throw new Error(`Callout ${calloutId} belongs to no known customer source`);
  return { customerSourceId, calloutId, timing: partner.policies.timing };
}
