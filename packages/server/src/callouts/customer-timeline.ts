import { timingFor } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { listPartnerTimeline } from "./partner-timeline.ts";
import type { TimelineLine } from "./timeline-store.ts";
import type { CustomerSide } from "./view.ts";

/** The lines that the customer's own side reads, oldest first; empty only when the tenant has no such callout. */
export async function listCustomerTimeline(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
  { timing }: CustomerSide,
): Promise<TimelineLine[]> {
  const lines = await listPartnerTimeline(db, customerSourceId, calloutId);
  const responseTypeId = Number(lines[0]?.body.responseTypeId);
  return asCustomerReads(lines, timingFor(timing, responseTypeId).closeCancelledSeconds);
}

/**
 * Under duress the line that tells of it reads as the cancel it pretends to be. What others did from then on would give it
 * away, so of every cancelled callout, whether it was or only seems so, the customer reads no more than their own words
 * and moves (panic-v2 §5). A move that came when the callout seemed to be closed is not told: it would not have been taken.
 */
export function asCustomerReads(
  lines: readonly TimelineLine[],
  closeCancelledSeconds: number,
): TimelineLine[] {
  const clearedAt = lines.findLastIndex(({ kind }) => kind === "duressCleared");
  const end = lines.findIndex(
    ({ kind }, index) => kind === "cancelled" || (kind === "duress" && index > clearedAt),
  );
  // forced once and safe again: neither is told, since whoever forced them may still be near
  const untold = ({ kind }: TimelineLine): boolean => kind === "duress" || kind === "duressCleared";
  const cancel = lines[end];
  if (!cancel) return lines.filter((line) => !untold(line));
  const closesAt = cancel.at.add({ seconds: closeCancelledSeconds });
  const after = lines.slice(end + 1).filter((line) => isOwn(line, closesAt));
  return [
    ...lines.slice(0, end).filter((line) => !untold(line)),
    asCancel(cancel),
    // gaps between ids would tell that others go on writing
    ...after.map((line, index) => ({ ...line, id: cancel.id + index + 1 })),
  ];
}

function asCancel(line: TimelineLine): TimelineLine {
  if (line.kind === "cancelled") return line;
  return { ...line, kind: "cancelled", body: { kind: "verified", reason: null } };
}

/** What the person said or did themselves once it was over. */
function isOwn({ kind, actor, at }: TimelineLine, closesAt: Temporal.Instant): boolean {
  if (actor.kind !== "customer") return false;
  return kind === "commented" || (kind === "moved" && Temporal.Instant.compare(at, closesAt) < 0);
}
