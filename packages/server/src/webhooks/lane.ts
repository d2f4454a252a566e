import { leastWebhookWaitSeconds } from "@tocsin/domain";
import type { Head } from "./delivery.ts";

/** Tries under way at one endpoint at a time. */
const mostAtOnce = 32;
/** So many failures in a row, and the endpoint is taken to be down: one try at a time then, and not more than one a second. */
const failuresUntilDown = 3;
/** Heads that wait in memory; the others wait in the table. */
const mostReady = 128;
/** The same while the endpoint is down: the longest due of several lines, so that one bad event is not all that is tried. */
const probes = 4;
/** A lane without work is kept for so long, in case more comes. */
const idleMilliseconds = 5_000;

/**
 * What this node knows of a lane that it holds. The table is the truth: what waits here is a part of what is due there, and
 * forgetting it costs a look.
 */
export interface Lane {
  readonly customerSourceId: number;
  readonly failures: number;
  readonly isDown: boolean;
  /** The table may hold something due that is not here. */
  mayHaveMore: boolean;
  /** When something in the table comes due that is not now; epoch milliseconds. */
  lookAt: number;
  /** How many heads more are worth a look into the table. */
  readonly appetite: number;
  /** Tried, until what came of it is in the table. */
  readonly busy: ReadonlySet<number>;
  readonly hasReady: boolean;
  /** It was down, and a try has succeeded since: what waits for its next try need not wait. */
  readonly isBack: boolean;
  /** Takes heads up that are due; those that are here already are not doubled. */
  add(heads: readonly Head[]): void;
  /** The next to try; undefined when nothing may be tried now. @param now epoch milliseconds */
  take(now: number): Head | undefined;
  /** When a try that waits for its second may be made; epoch milliseconds, infinite when none waits. */
  readonly pacedUntil: number;
  /** A try has ended. */
  end(hasSucceeded: boolean): void;
  /** Something in the table comes due then. */
  expect(dueAt: Temporal.Instant): void;
  /** That it is back was seen to. */
  greet(): void;
  /** What came of a try is in the table. */
  settle(id: number): void;
  /** Forgets what waits here. */
  clear(): void;
  /** Nothing to do for a while. @param now of a monotonic clock, milliseconds */
  isIdle(now: number): boolean;
}

export function createLane(customerSourceId: number, failuresBefore: number): Lane {
  const ready = new Map<number, Head>();
  const busy = new Set<number>();
  let failures = failuresBefore;
  let isBack = false;
  let underWay = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let workedAt = performance.now();
  const isDown = (): boolean => failures >= failuresUntilDown;
  const mayTryAt = (): number => (isDown() ? triedAt + leastWebhookWaitSeconds * 1_000 : triedAt);

  return {
    customerSourceId,
    mayHaveMore: true,
    lookAt: Number.POSITIVE_INFINITY,
    busy,
    get failures() {
      return failures;
    },
    get isDown() {
      return isDown();
    },
    get hasReady() {
      return ready.size > 0;
    },
    get isBack() {
      return isBack;
    },
    get appetite() {
      if (isDown()) return ready.size === 0 ? probes : 0;
      return ready.size <= mostReady / 2 ? mostReady - ready.size : 0;
    },
    get pacedUntil() {
      return isDown() && ready.size > 0 && underWay === 0 ? mayTryAt() : Number.POSITIVE_INFINITY;
    },
    add(heads) {
      for (const head of heads) {
        if (busy.has(head.id)) continue;
        if (ready.size < mostReady) ready.set(head.id, head);
        else this.mayHaveMore = true;
      }
    },
    take(now) {
      const [head] = ready.values();
      if (!head || underWay >= (isDown() ? 1 : mostAtOnce)) return undefined;
      // a clock that was set back must not silence the lane
      if (now < mayTryAt() && now >= triedAt) return undefined;
      ready.delete(head.id);
      busy.add(head.id);
      underWay++;
      triedAt = now;
      workedAt = performance.now();
      return head;
    },
    end(hasSucceeded) {
      underWay--;
      isBack ||= hasSucceeded && isDown();
      failures = hasSucceeded ? 0 : failures + 1;
    },
    expect(dueAt) {
      this.lookAt = Math.min(this.lookAt, dueAt.epochMilliseconds);
    },
    greet() {
      isBack = false;
      this.mayHaveMore = true;
    },
    settle: (id) => void busy.delete(id),
    clear: () => ready.clear(),
    isIdle(now) {
      const hasWork = ready.size > 0 || busy.size > 0 || this.mayHaveMore;
      if (hasWork) workedAt = now;
      return !hasWork && now - workedAt > idleMilliseconds;
    },
  };
}
