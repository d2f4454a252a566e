import type { Capabilities } from "../capabilities.ts";
import { createPoller, createRealigner, type Poller } from "../deadlines/index.ts";
import { cleanUpDeliveries } from "./clean-up.ts";
import type { Outcome } from "./delivery.ts";
import { realignDeliveries } from "./due-store.ts";
import { fanOut } from "./fan-out.ts";
import { HeldLanes } from "./held-lanes.ts";
import { createLease, type Lease } from "./lease.ts";
import type { NoticePresenter } from "./make-bodies.ts";
import { recordTries } from "./record-tries.ts";
import { Sender } from "./sender.ts";

/** The slow poll: however hints get lost, nothing waits longer than this. */
const pollMilliseconds = 1_000;
/** What comes in a row is dealt with together. */
const restMilliseconds = 10;
/** The same while a few lines catch up: each of their deliveries waits for the one before, and no others would come together. */
const restInLineMilliseconds = 1;
/** More lines than these that go on at once are dealt with in bulk. */
const fewLines = 32;
/**
 * What others made due (a replay, a node that died) is looked for at most this often: what this node puts into its lanes it
 * knows.
 */
const dueRestMilliseconds = 100;
/** Tenants whose outbox is dealt with in one go. */
const tenantsAtOnce = 64;
/** The outbox of a tenant without an endpoint only has to be emptied: not at each raise. */
const unheardRestMilliseconds = 500;
/** The log is looked through for what is too old. */
const cleanUpMilliseconds = 60_000;

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
export function createWebhookEngine(capabilities: Capabilities, presenter: NoticePresenter): WebhookEngine {
  return new LaneEngine(capabilities, presenter);
}

class LaneEngine implements WebhookEngine {
  readonly #capabilities: Capabilities;
  readonly #presenter: NoticePresenter;
  readonly #lease: Lease;
  readonly #held: HeldLanes;
  readonly #sender: Sender;
  readonly #poller: Poller;
  readonly #realign: () => Promise<void>;
  readonly #toTell = new Set<number>();
  /** Tenant without an endpoint → when its outbox is emptied again. */
  readonly #restingUntil = new Map<number, number>();
  #outcomes: Outcome[] = [];
  /** Lines that went on when tries were last recorded. */
  #linesGoingOn = 0;
  #mayBeTold = true;
  #mayBeDue = true;
  #lookedForDueAt = Number.NEGATIVE_INFINITY;
  #cleanedUpAt = Number.NEGATIVE_INFINITY;

  constructor(capabilities: Capabilities, presenter: NoticePresenter) {
    this.#capabilities = capabilities;
    this.#presenter = presenter;
    this.#lease = createLease(capabilities);
    this.#held = new HeldLanes(capabilities, this.#lease.nodeId);
    this.#realign = createRealigner(capabilities, realignDeliveries);
    this.#poller = createPoller(
      () => this.#look(),
      () => this.#rest(),
    );
    this.#sender = new Sender(capabilities, this.#lease, (outcome) => {
      this.#outcomes.push(outcome);
      this.#poller.wake();
    });
  }

  start(): void {
    this.#poller.start();
  }

  wake(): void {
    this.#mayBeTold = true;
    this.#mayBeDue = true;
    this.#poller.wake();
  }

  async runDue(): Promise<number> {
    for (let all = 0; ; ) {
      this.#mayBeTold = true;
      this.#restingUntil.clear();
      this.#lookedForDueAt = Number.NEGATIVE_INFINITY;
      const done = await this.#pass();
      await this.#sender.settled();
      all += done;
      if (done === 0 && this.#outcomes.length === 0) return all;
    }
  }

  async stop(): Promise<void> {
    await this.#poller.stop();
    await this.#sender.stop();
    await this.#record().catch((error: unknown) => {
      this.#capabilities.log.warn({ err: error }, "what came of the last webhooks was not written down");
    });
    await this.#lease.end();
  }

  #rest(): number {
    return this.#linesGoingOn > 0 && this.#linesGoingOn <= fewLines
      ? restInLineMilliseconds
      : restMilliseconds;
  }

  /** @returns the milliseconds until there is something to do */
  async #look(): Promise<number> {
    try {
      await this.#pass();
    } catch (error) {
      this.#capabilities.log.warn({ err: error }, "webhooks could not be looked after; trying again");
      return pollMilliseconds;
    }
    if (this.#tellable().length > 0 || this.#outcomes.length > 0) return restMilliseconds;
    const now = this.#capabilities.clock.now().epochMilliseconds;
    const next = this.#held.all.map((lane) => Math.min(lane.lookAt, lane.pacedUntil) - now);
    return Math.max(0, Math.min(this.#mayBeDue ? dueRestMilliseconds : pollMilliseconds, ...next));
  }

  /** @returns how much was done */
  async #pass(): Promise<number> {
    const recorded = await this.#record();
    if (!(await this.#lease.renew())) this.#held.lose();
    await this.#lookAround();
    const told = await this.#tellPartners();
    await this.#held.fetchDue();
    return recorded + told + (await this.#sender.send(this.#held.all));
  }

  async #record(): Promise<number> {
    const told = this.#outcomes;
    if (told.length === 0) return 0;
    this.#outcomes = [];
    try {
      this.#linesGoingOn = await recordTries(this.#capabilities, this.#held, this.#lease, told);
    } catch (error) {
      this.#outcomes = [...told, ...this.#outcomes];
      throw error;
    }
    return told.length;
  }

  async #lookAround(): Promise<void> {
    const sinceDue = performance.now() - this.#lookedForDueAt;
    if (sinceDue >= (this.#mayBeDue ? dueRestMilliseconds : pollMilliseconds)) {
      this.#mayBeDue = false;
      this.#mayBeTold = true;
      this.#lookedForDueAt = performance.now();
      await this.#realign();
      await this.#cleanUp();
      await this.#held.lookForDue();
    }
    if (!this.#mayBeTold) return;
    this.#mayBeTold = false;
    for (const id of await this.#held.lookForNotices()) this.#toTell.add(id);
  }

  async #cleanUp(): Promise<void> {
    if (performance.now() - this.#cleanedUpAt < cleanUpMilliseconds) return;
    const { db, clock } = this.#capabilities;
    // what is left over is seen to at the next look
    if (!(await cleanUpDeliveries(db, clock.now()))) this.#cleanedUpAt = performance.now();
  }

  #tellable(): number[] {
    const now = performance.now();
    return [...this.#toTell].filter((id) => (this.#restingUntil.get(id) ?? 0) <= now);
  }

  async #tellPartners(): Promise<number> {
    const tenants = this.#tellable().slice(0, tenantsAtOnce);
    if (tenants.length === 0) return 0;
    const told = await fanOut(this.#capabilities, this.#presenter, this.#lease, tenants);
    for (const id of tenants) {
      if (!told.unfinished.includes(id)) this.#toTell.delete(id);
      this.#restingUntil.delete(id);
    }
    const restUntil = performance.now() + unheardRestMilliseconds;
    for (const id of told.unheard) if (!this.#toTell.has(id)) this.#restingUntil.set(id, restUntil);
    for (const head of told.heads) this.#held.get(head.customerSourceId)?.add([head]);
    if (told.nudgedAt) for (const id of tenants) this.#held.get(id)?.expect(told.nudgedAt);
    return told.notices;
  }
}
