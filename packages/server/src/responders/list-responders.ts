import type { Capabilities } from "../capabilities.ts";
import { type Engagement, listEngagements } from "./engagement-store.ts";
import type { Fix, Fleet, Responder } from "./types.ts";

/** A responder as the control room sees one. */
export interface ResponderOverview {
  readonly responder: Responder;
  /** The newest position; null when none was ever received. */
  readonly fix: Fix | null;
  readonly state: "free" | Engagement;
}

/** Everybody, disabled ones too, by id. */
export async function listResponders({
  db,
  fleet,
}: Pick<Capabilities, "db"> & { readonly fleet: Fleet }): Promise<ResponderOverview[]> {
  const engaged = await listEngagements(db);
  return Array.from(fleet.entries(), ({ responder, fix }) => {
    return { responder, fix, state: engaged.get(responder.id) ?? "free" } as const;
  }).toSorted((one, other) => one.responder.id - other.responder.id);
}
