import type { Capabilities } from "../capabilities.ts";
import { type Added, addDeliveries, type NewDelivery } from "./delivery-store.ts";
import { findEndpoints } from "./endpoint-store.ts";
import { holdLanes } from "./lane-store.ts";
import { type MadeBodies, makeBodies, type NoticePresenter } from "./make-bodies.ts";
import { newWebhookId } from "./new-webhook-id.ts";
import { type Notice, removeNotices, setNoticesAside, takeNotices } from "./outbox-store.ts";

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
}

/**
 * Turns what is in the outbox of these tenants into deliveries, in the order in which it was written: each once, since the row
 * goes in the transaction that makes the delivery. What no endpoint asked for goes without one.
 * @param nodeId whose lanes these are; no other node does the same for the same tenant at once
 */
export async function fanOut(
  capabilities: Pick<Capabilities, "db" | "clock" | "random" | "log">,
  presenter: NoticePresenter,
  nodeId: string,
  customerSourceIds: readonly number[],
): Promise<FannedOut> {
  const { db, clock } = capabilities;
  const mostOfEach = Math.max(leastOfEach, Math.floor(mostAtOnce / customerSourceIds.length));
  const notices = await takeNotices(db, customerSourceIds, mostOfEach, clock.now());
  if (notices.length === 0) return { heads: [], nudgedAt: null, notices: 0, unfinished: [] };
  const seen = await findEndpoints(db, customerSourceIds);
  const wanted = notices.filter((notice) => seen.get(notice.customerSourceId)?.events.includes(notice.event));
  const bodies = await makeBodies(capabilities, presenter, wanted);
  return db.transaction(async (tx) => {
    const held = await holdLanes(tx, nodeId, customerSourceIds);
    const endpoints = await findEndpoints(tx, customerSourceIds);
    // whoever registered meanwhile may want what was passed over: next time
    const settled = (id: number): boolean =>
      held.has(id) && String(endpoints.get(id)?.events ?? "") === String(seen.get(id)?.events ?? "");
    const now = clock.now();
    const dealtWith = notices.filter(({ customerSourceId }) => settled(customerSourceId));
    const added = await store(tx, {
      notices: dealtWith,
      bodies,
      now,
      newId: () => newWebhookId(capabilities),
    });
    return { ...added, notices: dealtWith.length, unfinished: unfinishedOf(notices, mostOfEach) };
  });
}

interface Batch {
  readonly notices: readonly Notice[];
  readonly bodies: MadeBodies;
  readonly now: Temporal.Instant;
  readonly newId: () => string;
}

async function store(
  tx: Parameters<typeof addDeliveries>[0],
  { notices, bodies, now, newId }: Batch,
): Promise<Added> {
  const failed = new Set(bodies.failed);
  const removed = await removeNotices(
    tx,
    notices.filter((notice) => !failed.has(notice)),
  );
  const aside = notices.filter((notice) => failed.has(notice));
  await setNoticesAside(tx, aside, now.add({ seconds: asideSeconds }));
  const deliveries = bodies.made
    .filter(({ notice }) => removed.has(notice.id))
    .map(({ notice, body }): NewDelivery => {
      const { customerSourceId, event, subject, subjectId, at } = notice;
      return { customerSourceId, webhookId: newId(), event, subject, subjectId, happenedAt: at, body };
    });
  return addDeliveries(tx, deliveries, now);
}

function unfinishedOf(notices: readonly Notice[], mostOfEach: number): number[] {
  const byTenant = Map.groupBy(notices, ({ customerSourceId }) => customerSourceId);
  return [...byTenant].filter(([, all]) => all.length >= mostOfEach).map(([id]) => id);
}
