import type { Capabilities } from "../capabilities.ts";
import { findDueHeads, findNextDue, listDueTenants } from "./due-store.ts";
import { Lane } from "./lane.ts";
import { claimLanes, releaseLanes } from "./lane-store.ts";
import { listWaitingTenants } from "./outbox-store.ts";

/** The lanes that this node sends in. */
export class HeldLanes {
  readonly #capabilities: Pick<Capabilities, "db" | "clock">;
  readonly #nodeId: string;
  /** Lost ones stay as long as something is under way in them: it must not be sent twice by ourselves. */
  readonly #known = new Map<number, Lane>();
  readonly #held = new Set<number>();

  constructor(capabilities: Pick<Capabilities, "db" | "clock">, nodeId: string) {
    this.#capabilities = capabilities;
    this.#nodeId = nodeId;
  }

  get all(): Lane[] {
    return [...this.#held].flatMap((id) => this.#known.get(id) ?? []);
  }

  get(customerSourceId: number): Lane | undefined {
    return this.#held.has(customerSourceId) ? this.#known.get(customerSourceId) : undefined;
  }

  /** What came of a try is in the table, or is nobody's business any more. */
  settle(customerSourceId: number, id: number): void {
    this.#known.get(customerSourceId)?.settle(id);
  }

  /**
   * Looks for what is in the outbox, and takes lanes for it that nobody has.
   * @returns the tenants among ours that have something there
   */
  async lookForNotices(): Promise<readonly number[]> {
    const waiting = await listWaitingTenants(this.#capabilities.db);
    await this.#take(waiting.filter((id) => !this.#held.has(id)));
    return waiting.filter((id) => this.#held.has(id));
  }

  /** Looks for what is due, wherever it came from; takes lanes for it that nobody has, and gives idle ones back. */
  async lookForDue(): Promise<void> {
    const { db, clock } = this.#capabilities;
    await this.#giveBackIdle();
    const due = await listDueTenants(db, clock.now());
    await this.#take(due.filter((id) => !this.#held.has(id)));
    for (const id of due) {
      const lane = this.get(id);
      if (lane) lane.mayHaveMore = true;
    }
  }

  /** Reads what is due into the lanes that have room. */
  async fetchDue(): Promise<void> {
    const { db, clock } = this.#capabilities;
    const now = clock.now();
    const at = now.epochMilliseconds;
    const hungry = this.all.filter((lane) => (lane.mayHaveMore || lane.lookAt <= at) && lane.appetite > 0);
    if (hungry.length === 0) return;
    const ids = hungry.map(({ customerSourceId }) => customerSourceId);
    // what is under way is due in the table as well
    const rooms = hungry.map((lane) => lane.appetite + lane.busy.size);
    const heads = Map.groupBy(await findDueHeads(db, ids, rooms, now), (head) => head.customerSourceId);
    const nextDue = await findNextDue(db, ids, now);
    for (const [index, lane] of hungry.entries()) {
      const found = heads.get(lane.customerSourceId) ?? [];
      lane.mayHaveMore = found.length >= (rooms[index] ?? 0);
      lane.lookAt = nextDue.get(lane.customerSourceId)?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
      lane.add(found);
    }
  }

  /** Others may have them by now: all but what is under way is forgotten. */
  lose(): void {
    this.#held.clear();
    for (const lane of this.#known.values()) lane.clear();
  }

  async #take(customerSourceIds: readonly number[]): Promise<void> {
    const { db } = this.#capabilities;
    for (const { customerSourceId, failures } of await claimLanes(db, this.#nodeId, customerSourceIds)) {
      this.#held.add(customerSourceId);
      const lane = this.#known.get(customerSourceId) ?? new Lane(customerSourceId, failures);
      lane.mayHaveMore = true;
      this.#known.set(customerSourceId, lane);
    }
  }

  async #giveBackIdle(): Promise<void> {
    const now = performance.now();
    const idle = [...this.#known.values()].filter((lane) => lane.isIdle(now));
    if (idle.length === 0) return;
    const freed = idle.filter(({ customerSourceId }) => this.#held.has(customerSourceId));
    for (const { customerSourceId } of idle) {
      this.#known.delete(customerSourceId);
      this.#held.delete(customerSourceId);
    }
    await releaseLanes(this.#capabilities.db, this.#nodeId, freed);
  }
}
