import { webhookLifetimeSeconds } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Head, Outcome } from "./delivery.ts";
import { recordOutcomes, wakeLanes } from "./delivery-store.ts";
import type { HeldLanes } from "./held-lanes.ts";
import { holdLanes, noteFailures } from "./lane-store.ts";
import type { Lease } from "./lease.ts";

/**
 * Writes down what came of tries, and takes up who is next in their lines. Of lanes that another node has by now nothing is
 * written: that node tries again.
 * @returns how many are next
 */
export async function recordTries(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  held: HeldLanes,
  lease: Pick<Lease, "nodeId" | "doubt">,
  outcomes: readonly Outcome[],
): Promise<number> {
  const tenants = [...new Set(outcomes.map(({ head }) => head.customerSourceId))];
  const back = tenants.filter((id) => held.get(id)?.isBack);
  const turned = tenants.flatMap((id) => {
    const lane = held.get(id);
    return lane?.hasTurned ? [{ customerSourceId: id, failures: lane.failures }] : [];
  });
  const promoted = await db.transaction(async (tx): Promise<Head[]> => {
    // a crash of the database that loses this costs a delivery a second arrival, which its id tells
    const ours = await holdLanes(tx, lease.nodeId, tenants, "quickly");
    // sending on would be sending again and again what nobody writes down
    if (ours.size < tenants.length) lease.doubt();
    const now = clock.now();
    const written = outcomes.filter(({ head }) => ours.has(head.customerSourceId));
    const next = await recordOutcomes(tx, written, now, webhookLifetimeSeconds);
    const awake = back.filter((id) => ours.has(id));
    const noted = turned.filter(({ customerSourceId }) => ours.has(customerSourceId));
    if (noted.length > 0) await noteFailures(tx, noted);
    if (awake.length > 0) await wakeLanes(tx, awake, now);
    return next;
  });
  for (const { head, verdict } of outcomes) {
    held.settle(head.customerSourceId, head.id);
    if (verdict.state === "pending") held.get(head.customerSourceId)?.expect(verdict.dueAt);
  }
  for (const { customerSourceId, failures } of turned) held.get(customerSourceId)?.note(failures);
  for (const id of back) held.get(id)?.greet();
  for (const head of promoted) held.get(head.customerSourceId)?.add([head]);
  return promoted.length;
}
