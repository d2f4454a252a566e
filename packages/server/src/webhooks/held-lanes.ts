import type { Capabilities } from "../capabilities.ts";
import { findDueHeads, findNextDue, listDueTenants } from "./due-store.ts";
import { createLane, type Lane } from "./lane.ts";
import { claimLanes, releaseLanes } from "./lane-store.ts";
import type { Lease } from "./lease.ts";
import { listWaitingTenants } from "./outbox-store.ts";

/** The lanes that this node sends in. */
export interface HeldLanes {
  readonly lanes: Iterable<Lane>;
  get(customerSourceId: number): Lane | undefined;
  /**
   * Looks where there is something to do: takes lanes that nobody has, and gives idle ones back.
   * @returns the tenants among ours that have something in the outbox
   */
  lookAround(): Promise<readonly number[]>;
  /** Reads what is due into the lanes that have room. */
  fetchDue(): Promise<void>;
  /** Others may have them by now: all but what is under way is forgotten. */
  lose(): void;
}

export function createHeldLanes(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  { nodeId }: Pick<Lease, "nodeId">,
): HeldLanes {
  /** Lost ones stay as long as something is under way in them: it must not be sent twice by ourselves. */
  const known = new Map<number, Lane>();
  const held = new Set<number>();
  const ours = (): Lane[] => [...held].flatMap((id) => known.get(id) ?? []);

  async function take(customerSourceIds: readonly number[]): Promise<void> {
    for (const { customerSourceId, failures } of await claimLanes(db, nodeId, customerSourceIds)) {
      held.add(customerSourceId);
      const lane = known.get(customerSourceId) ?? createLane(customerSourceId, failures);
      lane.mayHaveMore = true;
      known.set(customerSourceId, lane);
    }
  }

  async function giveBackIdle(): Promise<void> {
    const now = performance.now();
    const idle = [...known.values()].filter((lane) => lane.isIdle(now));
    if (idle.length === 0) return;
    const freed = idle.filter(({ customerSourceId }) => held.has(customerSourceId));
    for (const { customerSourceId } of idle) {
      known.delete(customerSourceId);
      held.delete(customerSourceId);
    }
    await releaseLanes(db, nodeId, freed);
  }

  return {
    get lanes() {
      return ours();
    },
    get: (id) => (held.has(id) ? known.get(id) : undefined),
    async lookAround() {
      await giveBackIdle();
      const [waiting, due] = await Promise.all([listWaitingTenants(db), listDueTenants(db, clock.now())]);
      await take([...new Set([...waiting, ...due])].filter((id) => !held.has(id)));
      for (const id of due) {
        const lane = held.has(id) ? known.get(id) : undefined;
        if (lane) lane.mayHaveMore = true;
      }
      return waiting.filter((id) => held.has(id));
    },
    async fetchDue() {
      const now = clock.now();
      const at = now.epochMilliseconds;
      const hungry = ours().filter(
        (lane) => (lane.mayHaveMore || lane.lookAt <= at) && lane.appetite > 0,
      );
      if (hungry.length === 0) return;
      // what is under way is due in the table as well
      const wanted = hungry.map((lane) => ({
        customerSourceId: lane.customerSourceId,
        room: lane.appetite + lane.busy.size,
      }));
      const heads = Map.groupBy(await findDueHeads(db, wanted, now), (head) => head.customerSourceId);
      const nextDue = await findNextDue(
        db,
        wanted.map(({ customerSourceId }) => customerSourceId),
        now,
      );
      for (const [index, lane] of hungry.entries()) {
        const found = heads.get(lane.customerSourceId) ?? [];
        lane.mayHaveMore = found.length >= (wanted[index]?.room ?? 0);
        lane.lookAt = nextDue.get(lane.customerSourceId)?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
        lane.add(found);
      }
    },
    lose() {
      held.clear();
      for (const lane of known.values()) lane.clear();
    },
  };
}
