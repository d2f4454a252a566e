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

function isDown(failures: number): boolean {
  return failures >= failuresUntilDown;
}

/**
 * What this node knows of a lane that it holds. The table is the truth: what waits here is a part of what is due there, and
 * forgetting it costs a look.
 */
export class Lane {
  readonly customerSourceId: number;
  /** The table may hold something due that is not here. */
  mayHaveMore = true;
  /** When something in the table comes due that is not now; epoch milliseconds. */
  lookAt = Number.POSITIVE_INFINITY;
  /** Tried, until what came of it is in the table. */
  readonly busy = new Set<number>();
  readonly #ready = new Map<number, Head>();
  #failures: number;
  #notedFailures: number;
  #isBack = false;
  #underWay = 0;
  #triedAt = Number.NEGATIVE_INFINITY;
  #workedAt = performance.now();

  /** @param failures in a row, as the holder before knew them */
  constructor(customerSourceId: number, failures: number) {
    this.customerSourceId = customerSourceId;
    this.#failures = failures;
    this.#notedFailures = failures;
  }

  /** Failed tries since the last success. */
  get failures(): number {
    return this.#failures;
  }

  get isDown(): boolean {
    return isDown(this.#failures);
  }

  /** It was down, and a try has succeeded since: what waits for its next try need not wait. */
  get isBack(): boolean {
    return this.#isBack;
  }

  /** The table takes it to be down and it is not, or the other way round: whoever has it after a crash must know. */
  get hasTurned(): boolean {
    return this.isDown !== isDown(this.#notedFailures);
  }

  get hasReady(): boolean {
    return this.#ready.size > 0;
  }

  /** How many heads more are worth a look into the table. */
  get appetite(): number {
    if (this.isDown) return this.hasReady ? 0 : probes;
    return this.#ready.size <= mostReady / 2 ? mostReady - this.#ready.size : 0;
  }

  /** When a try that waits for its second may be made; epoch milliseconds, infinite when none waits. */
  get pacedUntil(): number {
    return this.isDown && this.hasReady && this.#underWay === 0 ? this.#mayTryAt() : Number.POSITIVE_INFINITY;
  }

  /** Takes heads up that are due; those that are here already are not doubled. */
  add(heads: readonly Head[]): void {
    for (const head of heads) {
      if (this.busy.has(head.id)) continue;
      if (this.#ready.size < mostReady) this.#ready.set(head.id, head);
      else this.mayHaveMore = true;
    }
  }

  /** Something in the table comes due then. */
  expect(dueAt: Temporal.Instant): void {
    this.lookAt = Math.min(this.lookAt, dueAt.epochMilliseconds);
  }

  /** The next to try; undefined when nothing may be tried now. @param now epoch milliseconds */
  take(now: number): Head | undefined {
    const [head] = this.#ready.values();
    if (!head || this.#underWay >= (this.isDown ? 1 : mostAtOnce)) return undefined;
    // a clock that was set back must not silence the lane
    if (now < this.#mayTryAt() && now >= this.#triedAt) return undefined;
    this.#ready.delete(head.id);
    this.busy.add(head.id);
    this.#underWay++;
    this.#triedAt = now;
    this.#workedAt = performance.now();
    return head;
  }

  /** A try has ended. */
  end(hasSucceeded: boolean): void {
    this.#underWay--;
    this.#isBack ||= hasSucceeded && this.isDown;
    this.#failures = hasSucceeded ? 0 : this.#failures + 1;
  }

  /** What came of a try is in the table. */
  settle(id: number): void {
    this.busy.delete(id);
  }

  /** That it is back was seen to. */
  greet(): void {
    this.#isBack = false;
    this.mayHaveMore = true;
  }

  /** So many failures are in the table. */
  note(failures: number): void {
    this.#notedFailures = failures;
  }

  /** Forgets what waits here. */
  clear(): void {
    this.#ready.clear();
    this.mayHaveMore = true;
  }

  /** Nothing to do for a while. @param now of a monotonic clock, milliseconds */
  isIdle(now: number): boolean {
    const hasWork = this.hasReady || this.busy.size > 0;
    if (hasWork) this.#workedAt = now;
    return !hasWork && now - this.#workedAt > idleMilliseconds;
  }

  #mayTryAt(): number {
    return this.isDown ? this.#triedAt + leastWebhookWaitSeconds * 1_000 : this.#triedAt;
  }
}
