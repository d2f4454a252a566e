import type { Capabilities } from "../capabilities.ts";
import type { Head, Outcome } from "./delivery.ts";
import { findEndpoints } from "./endpoint-store.ts";
import type { Lane } from "./lane.ts";
import type { Lease } from "./lease.ts";
import { tryDelivery } from "./try-delivery.ts";
import type { WebhookEndpoint } from "./types.ts";

/** Tries under way in all; those at endpoints that are down have room of their own, so that they take none from the others. */
const mostAtOnce = 1_000;
const mostAtOnceDown = 200;
/** When the node stops, tries that are about to end may. */
const graceMilliseconds = 40;

type SenderCapabilities = Pick<Capabilities, "db" | "clock" | "random" | "outbound" | "log">;

/** Sends what is ready in the lanes, as much at once as each lane and the node allow. */
export class Sender {
  readonly #capabilities: SenderCapabilities;
  readonly #lease: Pick<Lease, "isLive">;
  readonly #tell: (outcome: Outcome) => void;
  readonly #underWay = new Set<Promise<void>>();
  /** As the last look left them; whoever has registered anew since is seen by the next. */
  #endpoints: ReadonlyMap<number, WebhookEndpoint> = new Map();
  #downUnderWay = 0;
  #isStopping = false;

  /** @param tell hears of each try that has ended */
  constructor(
    capabilities: SenderCapabilities,
    lease: Pick<Lease, "isLive">,
    tell: (outcome: Outcome) => void,
  ) {
    this.#capabilities = capabilities;
    this.#lease = lease;
    this.#tell = tell;
  }

  /** Starts what may start now. @returns how many tries */
  async send(lanes: readonly Lane[]): Promise<number> {
    const waiting = lanes.filter((lane) => lane.hasReady);
    if (waiting.length === 0) return 0;
    const ids = waiting.map(({ customerSourceId }) => customerSourceId);
    this.#endpoints = await findEndpoints(this.#capabilities.db, ids);
    let started = 0;
    for (const lane of waiting) {
      if (this.#endpoints.has(lane.customerSourceId)) started += this.#sendFrom(lane);
      else lane.clear();
    }
    return started;
  }

  /** When nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMilliseconds).unref());
    await Promise.race([this.settled(), grace]);
  }

  #sendFrom(lane: Lane): number {
    const endpoint = this.#endpoints.get(lane.customerSourceId);
    for (let started = 0; ; started++) {
      if (!endpoint || this.#isStopping || !this.#lease.isLive || !this.#hasRoom(lane.isDown)) return started;
      const head = lane.take(this.#capabilities.clock.now().epochMilliseconds);
      if (!head) return started;
      this.#begin(lane, endpoint, head);
    }
  }

  #hasRoom(isDown: boolean): boolean {
    return isDown
      ? this.#downUnderWay < mostAtOnceDown
      : this.#underWay.size - this.#downUnderWay < mostAtOnce;
  }

  #begin(lane: Lane, endpoint: WebhookEndpoint, head: Head): void {
    const { isDown } = lane;
    if (isDown) this.#downUnderWay++;
    const ending = this.#tryOnce(lane, endpoint, head).finally(() => {
      this.#underWay.delete(ending);
      if (isDown) this.#downUnderWay--;
      this.#sendFrom(lane);
    });
    this.#underWay.add(ending);
  }

  async #tryOnce(lane: Lane, endpoint: WebhookEndpoint, head: Head): Promise<void> {
    try {
      const outcome = await tryDelivery(this.#capabilities, endpoint, head);
      if (!outcome) return;
      lane.end(outcome.failure === null);
      this.#tell(outcome);
    } catch (error) {
      // our own fault, and no reason to try again at once: it stays busy until another node, or the next start, has the lane
      this.#capabilities.log.error({ err: error, deliveryId: head.id }, "a webhook could not be tried");
      lane.end(false);
    }
  }
}
