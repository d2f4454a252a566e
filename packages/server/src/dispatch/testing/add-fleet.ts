import type { Point } from "@tocsin/domain";
import { fixAt, type TestSystem } from "@tocsin/testkit";

/** A responder as a test wants one. */
export interface Recruit {
  readonly supplierId: number;
  /** Null: none was ever received. */
  readonly position: Point | null;
  /** 0 by default. */
  readonly positionAgeSeconds?: number;
  /** True by default. */
  readonly onDuty?: boolean;
  /** Counted from now; null, and by default: for as long as it likes. */
  readonly shiftSecondsLeft?: number | null;
  /** All by default. */
  readonly responseTypes?: readonly number[];
}

export async function addSupplier({ context, clock }: TestSystem): Promise<number> {
  const [row] = await context.db.query<{ id: number }>({
    text: "insert into supplier (name, created_at, updated_at) values (gen_random_uuid(), $1, $1) returning id",
    values: [clock.now().toString()],
  });
  return row?.id ?? Number.NaN;
}

/** Puts responders straight into the database, hundreds at once. Returns their ids in the order given. */
export async function addFleet(
  { context, clock }: TestSystem,
  recruits: readonly Recruit[],
): Promise<number[]> {
  const now = clock.now();
  const rows = await context.db.query<{ id: number }>({
    text: `insert into responder (supplier_id, name, login, pin_hash, response_types, on_duty, duty_until, created_at, updated_at)
      select r.supplier_id, 'Responder ' || ord, gen_random_uuid(), '', r.response_types, r.on_duty, r.duty_until, $2, $2
      from rows from (jsonb_to_recordset($1::jsonb) as (supplier_id bigint, response_types smallint[], on_duty boolean,
        duty_until timestamptz)) with ordinality as r(supplier_id, response_types, on_duty, duty_until, ord) order by ord
      returning id`,
    values: [
      JSON.stringify(
        recruits.map(
          ({ supplierId, responseTypes = [1, 2, 3, 4], onDuty = true, shiftSecondsLeft = null }) => ({
            supplier_id: supplierId,
            response_types: responseTypes,
            on_duty: onDuty,
            duty_until: shiftSecondsLeft === null ? null : now.add({ seconds: shiftSecondsLeft }).toString(),
          }),
        ),
      ),
      now.toString(),
    ],
  });
  const ids = rows.map(({ id }) => id).toSorted((one, other) => one - other);
  await context.fleet.refresh(ids);
  for (const [index, { position, positionAgeSeconds = 0 }] of recruits.entries()) {
    const recordedAt = now.subtract({ milliseconds: positionAgeSeconds * 1000 });
    if (position) context.fleet.record(ids[index] ?? Number.NaN, [fixAt(position, recordedAt)]);
  }
  await context.fleet.flush();
  return ids;
}
