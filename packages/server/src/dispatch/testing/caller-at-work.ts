import { callNode } from "@tocsin/testkit";
import type { AtWork } from "./people-at-work.ts";

/** A partner's alarm centre: raises one callout after the other, each when the one before was seen through. */
export interface Caller {
  readonly prefix: string;
  raised: number;
  /** The callout that is under way; over a restart of the node it is still the same. */
  current: number | null;
}

/**
 * Raises, and waits until somebody was there, until the node is gone.
 * @param wanted ends after so many more were seen through; absent: never
 */
export async function raiseUntilDeath(
  { address, told }: AtWork,
  token: string,
  caller: Caller,
  wanted = Number.POSITIVE_INFINITY,
): Promise<void> {
  try {
    for (let seen = 0; seen < wanted; ) {
      caller.current ??= await raise(address, token, caller);
      told.add(`raised ${caller.current}`);
      const response = await callNode(address, `/callouts/${caller.current}`, token);
      const { status } = (await response.json()) as { status: string };
      if (status !== "Responder Completed") continue;
      caller.current = null;
      seen++;
    }
  } catch {
    // the node is gone
  }
}

async function raise(address: string, token: string, caller: Caller): Promise<number> {
  const reference = `${caller.prefix}-${caller.raised++}`;
  const place = {
    externalReferenceId: reference,
    locationIdentifier: reference,
    latitude: -26.1,
    longitude: 28.05,
  };
  await callNode(address, "/predefinedLocations", token, place);
  const path = `/predefinedLocations/externalRef/${reference}/callouts`;
  const response = await callNode(address, path, token, { responseTypeId: 1 });
  if (response.status !== 201) throw new Error(`the raise was answered ${response.status}`);
  return ((await response.json()) as { id: number }).id;
}
