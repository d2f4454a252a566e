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

/** Sends what is ready in the lanes, as much at once as each lane and the node allow. */
export interface Sender {
  /** Starts what may start now. @returns how many tries */
  send(lanes: Iterable<Lane>): Promise<number>;
  /** When nothing is under way any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** @param tell hears of each try that has ended */
export function createSender(
  capabilities: Pick<Capabilities, "db" | "clock" | "random" | "outbound" | "log">,
  lease: Pick<Lease, "isLive">,
  tell: (outcome: Outcome) => void,
): Sender {
  const { db, clock, log } = capabilities;
  const underWay = new Set<Promise<void>>();
  /** As the last look left them; whoever has registered anew since is seen by the next. */
  let endpoints: ReadonlyMap<number, WebhookEndpoint> = new Map();
  let downUnderWay = 0;
  let isStopping = false;

  function hasRoom(isDown: boolean): boolean {
    return isDown ? downUnderWay < mostAtOnceDown : underWay.size - downUnderWay < mostAtOnce;
  }

  function sendFrom(lane: Lane): number {
    const endpoint = endpoints.get(lane.customerSourceId);
    if (!endpoint) return 0;
    for (let started = 0; ; started++) {
      if (isStopping || !lease.isLive || !hasRoom(lane.isDown)) return started;
      const head = lane.take(clock.now().epochMilliseconds);
      if (!head) return started;
      begin(lane, endpoint, head);
    }
  }

  function begin(lane: Lane, endpoint: WebhookEndpoint, head: Head): void {
    const { isDown } = lane;
    if (isDown) downUnderWay++;
    const ending = tryOnce(lane, endpoint, head).finally(() => {
      underWay.delete(ending);
      if (isDown) downUnderWay--;
      sendFrom(lane);
    });
    underWay.add(ending);
  }

  async function tryOnce(lane: Lane, endpoint: WebhookEndpoint, head: Head): Promise<void> {
    try {
      const outcome = await tryDelivery(capabilities, endpoint, head);
      if (!outcome) return;
      lane.end(outcome.failure === null);
      tell(outcome);
    } catch (error) {
      // our own fault, and no reason to try again at once: the lane forgets it until its next holder looks
      log.error({ err: error, deliveryId: head.id }, "a webhook could not be tried");
      lane.end(false);
    }
  }

  return {
    async send(lanes) {
      const waiting = [...lanes].filter((lane) => lane.hasReady);
      if (waiting.length === 0) return 0;
      endpoints = await findEndpoints(
        db,
        waiting.map(({ customerSourceId }) => customerSourceId),
      );
      for (const lane of waiting) if (!endpoints.has(lane.customerSourceId)) lane.clear();
      return waiting.reduce((sum, lane) => sum + sendFrom(lane), 0);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      isStopping = true;
      const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMilliseconds).unref());
      await Promise.race([this.settled(), grace]);
    },
  };
}
