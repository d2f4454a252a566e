import { nextOccurrence } from "@tocsin/domain";
import type { Capabilities, Random } from "../capabilities.ts";
import { lockLiveCustomer } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import type { Partner } from "../partners/index.ts";
import { planVisits } from "./plan-visits.ts";
import { insertService } from "./service-store.ts";
import { judgeSchedule, settleSchedule } from "./settle-schedule.ts";
import type { ScheduledService, WantedService } from "./types.ts";

/**
 * Keeps a scheduled service, with the visits of its first weeks.
 * @throws AppError `invalid-request` when it would begin too soon, in the past or never; `not-found`: no such customer
 */
export async function createSchedule(
  { clock, random, changes }: Pick<Capabilities, "clock" | "random" | "changes">,
  db: Queryable,
  { customerSourceId, policies }: Pick<Partner, "customerSourceId" | "policies">,
  wanted: WantedService,
): Promise<ScheduledService> {
  const now = clock.now();
  const schedule = settleSchedule(wanted, policies);
  const [fault] = judgeSchedule(schedule, wanted.when.kind, now);
  if (fault) throw new AppError("invalid-request", `${fault.field} ${fault.message}`, { fields: [fault] });
  const { when: _, name, ...rest } = wanted;
  const service = {
    ...rest,
    name: name ?? wanted.serviceType,
    customerSourceId,
    id: uuid(random),
    schedule,
    planFrom: nextOccurrence(schedule)?.startsAt ?? null,
    createdAt: now,
  };
  return db.transaction(async (tx) => {
    await lockLiveCustomer(tx, customerSourceId, wanted.customerId);
    const kept = await insertService(tx, service);
    await planVisits(tx, kept, now);
    tx.afterCommit(changes.signal);
    return kept;
  });
}

/** RFC 9562 version 4. */
function uuid(random: Random): string {
  const bytes = random.bytes(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
