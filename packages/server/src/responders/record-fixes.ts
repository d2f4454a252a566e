import type { Clock } from "../capabilities.ts";
import type { FleetMemory } from "./fleet-memory.ts";
import { rejection } from "./judge-fix.ts";
import type { FixVerdict, FleetEntry, RejectedFix, ReportedFix } from "./types.ts";
import type { WriteBehind } from "./write-behind.ts";

interface Recorder {
  readonly memory: FleetMemory;
  readonly writeBehind: Pick<WriteBehind, "add">;
  readonly clock: Clock;
}

/**
 * Takes fixes in any order: the newest moves the marker, late ones are kept for the track, and what can't be right is
 * rejected with the reason.
 * @param supplierId null: whoever they are of; else of this supplier's responders alone, the others do not exist for it
 */
export function recordFixes(
  { memory, writeBehind, clock }: Recorder,
  fixes: Iterable<ReportedFix>,
  supplierId: number | null,
): FixVerdict {
  const now = clock.now();
  const rejected: RejectedFix[] = [];
  let accepted = 0;
  const staleIndexes: number[] = [];
  for (const { index, responderId, fix } of fixes) {
    const entry = memory.find(responderId);
    const reason = whyNot(entry, supplierId) ?? rejection(fix, now);
    if (!entry || reason !== null) {
      rejected.push({ index, reason: reason ?? noSuchResponder });
      continue;
    }
    const isNewest = memory.move(entry, fix);
    writeBehind.add({ responderId, fix }, isNewest);
    if (isNewest) accepted++;
    else staleIndexes.push(index);
  }
  return { accepted, stale: staleIndexes.length, staleIndexes, rejected };
}

const noSuchResponder = "there is no such responder";

function whyNot(entry: FleetEntry | undefined, supplierId: number | null): string | null {
  if (!entry || (supplierId !== null && entry.responder.supplierId !== supplierId)) return noSuchResponder;
  return entry.responder.disabledAt === null ? null : "the responder is disabled";
}
