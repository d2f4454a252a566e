import type { Capabilities } from "../capabilities.ts";
import { type Added, addDeliveries, type NewDelivery } from "./add-deliveries.ts";
import { findEndpoints } from "./endpoint-store.ts";
import { holdLanes } from "./lane-store.ts";
import type { Lease } from "./lease.ts";
import { makeBodies, type NoticePresenter } from "./make-bodies.ts";
import { newWebhookId } from "./new-webhook-id.ts";
import { commitQuickly, type Notice, removeNotices, setNoticesAside, takeNotices } from "./outbox-store.ts";

/** Notices in one go; a busy tenant leaves room for the others. */
const mostAtOnce = 512;
const leastOfEach = 16;
/** A subject that no body could be made of is looked at again after this. */
const asideSeconds = 30;

export interface FannedOut extends Added {
  /** How many notices were dealt with. */
  readonly notices: number;
  /** Tenants that may have more in the outbox. */
  readonly unfinished: readonly number[];
  /** Tenants that want to be told of nothing: they have no endpoint. */
  readonly unheard: readonly number[];
}

/**
 * Turns what is in the outbox of these tenants into deliveries, in the order in which it was written: each once, since the row
 * goes in the transaction that makes the delivery. What no endpoint asked for goes without one.
 * @param lease of the node whose lanes these are; no other node does the same for the same tenant at once
 */
export function fanOut(
  capabilities: Pick<Capabilities, "db" | "clock" | "random" | "log">,
  presenter: NoticePresenter,
  lease: Pick<Lease, "nodeId" | "doubt">,
  customerSourceIds: readonly number[],
): Promise<FannedOut> {
  const mostOfEach = Math.max(leastOfEach, Math.floor(mostAtOnce / customerSourceIds.length));
  return capabilities.db.transaction(async (tx) => {
    const held = [...(await holdLanes(tx, lease.nodeId, customerSourceIds))];
    if (held.length < customerSourceIds.length) lease.doubt();
    const now = capabilities.clock.now();
    const notices = await takeNotices(tx, held, mostOfEach, now);
    if (notices.length === 0) return { heads: [], nudgedAt: null, notices: 0, unfinished: [], unheard: [] };
    const endpoints = await findEndpoints(tx, held);
    const wanted = notices.filter(({ customerSourceId, event }) =>
      endpoints.get(customerSourceId)?.events.includes(event),
    );
    const unheard = held.filter((id) => !endpoints.has(id));
    if (wanted.length === 0) {
      await commitQuickly(tx);
      await removeNotices(tx, notices);
      const unfinished = unfinishedOf(notices, mostOfEach);
      return { heads: [], nudgedAt: null, notices: notices.length, unfinished, unheard };
    }
    const { made, failed } = await makeBodies(capabilities, presenter, wanted);
    const aside = new Set(failed);
    await removeNotices(
      tx,
      notices.filter((notice) => !aside.has(notice)),
    );
    await setNoticesAside(tx, failed, now.add({ seconds: asideSeconds }));
    const deliveries = made.map(({ notice, body }): NewDelivery => {
      const { customerSourceId, event, subject, subjectId, at } = notice;
      const webhookId = newWebhookId(capabilities);
      return { customerSourceId, webhookId, event, subject, subjectId, happenedAt: at, body };
    });
    const added = await addDeliveries(tx, deliveries, now);
    return { ...added, notices: notices.length, unfinished: unfinishedOf(notices, mostOfEach), unheard };
  });
}

function unfinishedOf(notices: readonly Notice[], mostOfEach: number): number[] {
  const byTenant = Map.groupBy(notices, ({ customerSourceId }) => customerSourceId);
  return [...byTenant].filter(([, all]) => all.length >= mostOfEach).map(([id]) => id);
}
