import type { FixedLocationImport } from "@tocsin/wire";
import { describeOutcome, type LocationImport } from "../../../../locations/index.ts";
import { presentInstant } from "../../callouts/present-instant.ts";

export function presentImport(found: LocationImport): FixedLocationImport {
  const { callbackDeliveredAt, startedAt, finishedAt } = found;
  const isFinished = found.state === "done" || found.state === "failed";
  const { message, errors, ...outcome } = describeOutcome(found);
  return {
    ...outcome,
    errors: [...errors],
    state: found.state,
    message: isFinished ? message : null,
    dryRun: found.dryRun,
    errorCount: found.errorCount,
    ignoredColumns: [...found.ignoredColumns],
    rowsRead: found.rowsRead,
    bytes: found.bytes,
    bytesRead: found.bytesRead,
    callbackUrl: found.callbackUrl,
    callbackDeliveredAt: callbackDeliveredAt && presentInstant(callbackDeliveredAt),
    callbackFailure: found.callbackFailure,
    createdAt: presentInstant(found.createdAt),
    startedAt: startedAt && presentInstant(startedAt),
    finishedAt: finishedAt && presentInstant(finishedAt),
  };
}
