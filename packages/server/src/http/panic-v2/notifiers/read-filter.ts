import type { DeliveryFilter } from "../../../webhooks/index.ts";

interface Asked {
  readonly state?: DeliveryFilter["state"] | undefined;
  readonly event?: string | undefined;
  readonly calloutId?: number | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Which deliveries are meant; what is not said is whatever. */
export function readFilter({ state, event, calloutId, from, to }: Asked): DeliveryFilter {
  return {
    state: state ?? null,
    event: event ?? null,
    calloutId: calloutId ?? null,
    from: from?.toTemporalInstant() ?? null,
    to: to?.toTemporalInstant() ?? null,
  };
}
