import type { Capabilities } from "../capabilities.ts";
import { partnerChanged, readPartner } from "./partner-store.ts";
import type { Partner, PartnerDirectory } from "./types.ts";

/** A lost LISTEN is silent: what is older than this is read again, whatever was or was not heard. */
const freshMilliseconds = 30_000;

interface Remembered {
  readonly partner: Partner;
  readonly readAt: number;
}

/**
 * Tenants in memory. A change elsewhere arrives by NOTIFY within milliseconds; where that fails, within 30 seconds.
 */
export function createPartnerDirectory({ db, clock }: Pick<Capabilities, "db" | "clock">): PartnerDirectory {
  const remembered = new Map<number, Remembered>();
  const reading = new Map<number, Promise<Partner | undefined>>();
  const listener = db.listener({
    channel: partnerChanged,
    onNotification: (customerSourceId) => forget(Number(customerSourceId)),
    onListening: () => forget(),
  });

  function peek(customerSourceId: number): Partner | undefined {
    const found = remembered.get(customerSourceId);
    if (!found) return undefined;
    const age = clock.now().epochMilliseconds - found.readAt;
    return age >= 0 && age < freshMilliseconds ? found.partner : undefined;
  }

  function find(customerSourceId: number): Promise<Partner | undefined> {
    const partner = peek(customerSourceId);
    if (partner) return Promise.resolve(partner);
    const inFlight = reading.get(customerSourceId);
    if (inFlight) return inFlight;
    const read = readAndRemember(customerSourceId, () => reading.get(customerSourceId) === read);
    reading.set(customerSourceId, read);
    return read;
  }

  /** `isAwaited` is false when the tenant was forgotten meanwhile: then what was read may be old already. */
  async function readAndRemember(
    customerSourceId: number,
    isAwaited: () => boolean,
  ): Promise<Partner | undefined> {
    const readAt = clock.now().epochMilliseconds;
    try {
      const partner = await readPartner(db, customerSourceId);
      if (partner && isAwaited()) remembered.set(customerSourceId, { partner, readAt });
      return partner;
    } finally {
      if (isAwaited()) reading.delete(customerSourceId);
    }
  }

  function forget(customerSourceId?: number): void {
    if (customerSourceId === undefined) {
      remembered.clear();
      reading.clear();
    } else {
      remembered.delete(customerSourceId);
      reading.delete(customerSourceId);
    }
  }

  return { peek, find, forget, start: () => listener.start(), stop: () => listener.stop() };
}
