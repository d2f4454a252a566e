import type { Capabilities } from "../capabilities.ts";
import { createPoller } from "../deadlines/index.ts";
import type { Outcome } from "./delivery.ts";
import { fanOut } from "./fan-out.ts";
import { createHeldLanes } from "./held-lanes.ts";
import { createLease } from "./lease.ts";
import type { NoticePresenter } from "./make-bodies.ts";
import { recordTries } from "./record-tries.ts";
import { createSender } from "./sender.ts";

/** The slow poll: however hints get lost, nothing waits longer than this. */
const pollMilliseconds = 1_000;
/** What comes in a row is dealt with together. */
const restMilliseconds = 10;
/** Tenants whose outbox is dealt with in one go. */
const tenantsAtOnce = 64;

export interface WebhookEngine {
  start(): void;
  /** Takes nothing new; what is under way and does not end at once is left to another node, or to the next start. */
  stop(): Promise<void>;
  /** Delivers everything that is due, and waits for it; returns how much was done. Tests call it after moving the clock. */
  runDue(): Promise<number>;
  /** A hint that there may be something to tell. */
  wake(): void;
}

/**
 * What partners are told leaves from here. The outbox becomes deliveries, in the order of its writing; each waits in the line of
 * its callout and is tried until it arrives or is dead. Tables hold all of it, and any node may do the work: it claims the
 * lanes of tenants with something to do, and no other sends there meanwhile. One writer a node: what is told, fetched and
 * recorded is done in turn and in bulk, beside the tries that are under way.
 */
export function createWebhookEngine(
  capabilities: Capabilities,
  presenter: NoticePresenter,
): WebhookEngine {
  const { db, clock, log } = capabilities;
  const lease = createLease(capabilities);
  const held = createHeldLanes(capabilities, lease);
  let outcomes: Outcome[] = [];
  const sender = createSender(capabilities, lease, (outcome) => {
    outcomes.push(outcome);
    poller.wake();
  });
  const poller = createPoller(look, restMilliseconds);
  const toTell = new Set<number>();
  let isHinted = true;
  let lookedAroundAt = Number.NEGATIVE_INFINITY;

  async function record(): Promise<number> {
    const told = outcomes;
    if (told.length === 0) return 0;
    outcomes = [];
    try {
      await recordTries(capabilities, held, lease.nodeId, told);
    } catch (error) {
      outcomes = [...told, ...outcomes];
      throw error;
    }
    return told.length;
  }

  async function lookAround(): Promise<void> {
    if (!isHinted && performance.now() - lookedAroundAt < pollMilliseconds) return;
    isHinted = false;
    lookedAroundAt = performance.now();
    for (const id of await held.lookAround()) toTell.add(id);
  }

  async function tell(): Promise<number> {
    const tenants = [...toTell].slice(0, tenantsAtOnce);
    if (tenants.length === 0) return 0;
    const { heads, nudgedAt, notices, unfinished } = await fanOut(capabilities, presenter, lease.nodeId, tenants);
    for (const id of tenants) if (!unfinished.includes(id)) toTell.delete(id);
    for (const [id, some] of Map.groupBy(heads, (head) => head.customerSourceId)) held.get(id)?.add(some);
    if (nudgedAt) for (const id of tenants) held.get(id)?.expect(nudgedAt);
    return notices;
  }

  /** @returns how much was done */
  async function pass(): Promise<number> {
    if (!(await lease.renew())) held.lose();
    const recorded = await record();
    await lookAround();
    const told = await tell();
    await held.fetchDue();
    return recorded + told + (await sender.send(held.lanes));
  }

  async function look(): Promise<number> {
    try {
      await pass();
    } catch (error) {
      log.warn({ err: error }, "webhooks could not be looked after; trying again");
      return pollMilliseconds;
    }
    if (toTell.size > 0 || outcomes.length > 0) return restMilliseconds;
    const now = clock.now().epochMilliseconds;
    const next = [...held.lanes].map((lane) => Math.min(lane.lookAt, lane.pacedUntil));
    return Math.max(0, Math.min(pollMilliseconds, ...next.map((at) => at - now)));
  }

  return {
    wake() {
      isHinted = true;
      poller.wake();
    },
    start: poller.start,
    async runDue() {
      for (let all = 0; ; ) {
        isHinted = true;
        const done = await pass();
        await sender.settled();
        all += done;
        if (done === 0 && outcomes.length === 0) return all;
      }
    },
    async stop() {
      await poller.stop();
      await sender.stop();
      await record().catch((error: unknown) => log.warn({ err: error }, "the last tries were not written down"));
      await lease.end();
    },
  };
}
