import { findRow, polygonsOf, responseTypes } from "@tocsin/domain";
import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { type AppError, invalid, notFound } from "../errors.ts";
import {
  announceChange,
  type Change,
  insertArea,
  lockArea,
  markAreaDeleted,
  saveArea,
  takeVersion,
} from "./coverage-store.ts";
import { readGeometry } from "./read-geometry.ts";
import type { AreaChange, AreaInput, Coverage, CoverageArea } from "./types.ts";

type Means = Pick<Capabilities, "db" | "clock"> & { readonly coverage: Coverage };

/**
 * Draws an area. Dispatch follows at once: from the first one of a response type on, only suppliers that cover a place
 * are asked there.
 * @throws AppError `invalid-request`
 */
export async function createArea(means: Means, by: AuditActor, input: AreaInput): Promise<CoverageArea> {
  const { supplierId, responseTypeId, name } = input;
  checkResponseType(responseTypeId);
  const geometry = readGeometry(input.geometry);
  return changed(means, async (tx, at) => {
    const area = await insertArea(tx, { supplierId, responseTypeId, name, geometry }, at);
    if (!area) throw noSuchSupplier();
    await record(tx, by, { action: "create-coverage-area", area, now: at.now });
    return area;
  });
}

/** @throws AppError `invalid-request`, `not-found` */
export async function updateArea(
  means: Means,
  by: AuditActor,
  id: number,
  change: AreaChange,
): Promise<CoverageArea> {
  if (change.responseTypeId !== undefined) checkResponseType(change.responseTypeId);
  const geometry = change.geometry === undefined ? undefined : readGeometry(change.geometry);
  return changed(means, async (tx, at) => {
    const before = await lockArea(tx, id);
    if (!before) throw noSuchArea(id);
    const next = {
      id,
      supplierId: change.supplierId ?? before.supplierId,
      responseTypeId: change.responseTypeId ?? before.responseTypeId,
      name: change.name ?? before.name,
      geometry: geometry ?? before.geometry,
    };
    const area = await saveArea(tx, next, at);
    if (!area) throw noSuchSupplier();
    await record(tx, by, { action: "update-coverage-area", area, now: at.now });
    return area;
  });
}

/** @throws AppError `not-found` */
export async function deleteArea(means: Means, by: AuditActor, id: number): Promise<void> {
  await changed(means, async (tx, at) => {
    const area = await lockArea(tx, id);
    if (!area) throw noSuchArea(id);
    await markAreaDeleted(tx, id, at);
    await record(tx, by, { action: "delete-coverage-area", area, now: at.now });
    return area;
  });
}

/** Changes an area, and has this node and all others look at it again before whoever asked is answered. */
async function changed(
  { db, clock, coverage }: Means,
  change: (tx: Queryable, at: Change) => Promise<CoverageArea>,
): Promise<CoverageArea> {
  const now = clock.now();
  const area = await db.transaction(async (tx) => {
    const area = await change(tx, { now, version: await takeVersion(tx) });
    await announceChange(tx);
    return area;
  });
  await coverage.refresh();
  return area;
}

/** An outline has thousands of numbers: the audit says how many positions it has. */
async function record(
  tx: Queryable,
  by: AuditActor,
  {
    action,
    area,
    now,
  }: { readonly action: string; readonly area: CoverageArea; readonly now: Temporal.Instant },
): Promise<void> {
  const { id, supplierId, responseTypeId, name, geometry } = area;
  const positions = polygonsOf(geometry).flat(2).length;
  const body = { supplierId, responseTypeId, name, geometry: { type: geometry.type, positions } };
  const subject = { kind: "coverageArea", id, customerSourceId: null } as const;
  await recordAudit(tx, { actor: by, action, subject, body }, now);
}

function checkResponseType(id: number): void {
  if (findRow(responseTypes, id)) return;
  const known = responseTypes.map((row) => `${row.id} (${row.value})`).join(", ");
  throw invalid("responseTypeId", `must be one of ${known}`);
}

function noSuchSupplier(): AppError {
  return invalid("supplierId", "must be the id of a supplier (see GET /control/v1/suppliers)");
}

function noSuchArea(id: number): AppError {
  return notFound(`Coverage area ${id}`);
}
