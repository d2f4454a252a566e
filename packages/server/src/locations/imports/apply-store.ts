import { sql } from "../../db/index.ts";
import { long, optionalColumns, type StagingConnection } from "./staging-store.ts";
import type { ImportCounts, OptionalColumn } from "./types.ts";

const members = Object.keys(optionalColumns) as OptionalColumn[];
const firstFlag = 2;

/** `$2`, `$3` … say which of the optional columns the file has. */
const flag = (member: OptionalColumn): string => `$${firstFlag + members.indexOf(member)}::boolean`;
const flagsOf = (columns: ReadonlySet<OptionalColumn>): boolean[] =>
  members.map((member) => columns.has(member));

const required = ["location_identifier", "latitude", "longitude"];

/** A salted hash tells nothing of whether the code is the same: one that is given is a change. */
const differs = [
  ...required.map((column) => `l.${column} is distinct from s.${column}`),
  ...members.map((member) => {
    const column = optionalColumns[member];
    return member === "duressCode"
      ? `(${flag(member)} and (s.${column} is not null or l.${column} is not null))`
      : `(${flag(member)} and l.${column} is distinct from s.${column})`;
  }),
].join(" or ");

const match = sql(
  "staged-location-match",
  `update staged_location s set location_id = l.id, is_changed = (${differs})
  from fixed_location l
  where l.customer_source_id = $1 and l.deleted_at is null and l.external_reference_id = s.external_reference_id`,
);

const countMatched = sql(
  "staged-location-count",
  `select count(*) filter (where location_id is null)::integer as created, count(*) filter (where is_changed)::integer as updated,
    count(*) filter (where location_id is not null and not is_changed)::integer as unchanged
  from staged_location`,
);

const missing = `from fixed_location l where l.customer_source_id = $1 and l.deleted_at is null
  and not exists (select from staged_location s where s.external_reference_id = l.external_reference_id)`;

const countMissing = sql("staged-location-count-missing", `select count(*)::integer as count ${missing}`);

const afterFlags = firstFlag + members.length;

const update = sql(
  "staged-location-update",
  `with updated as (
    update fixed_location l set ${assignments("s")}
    from staged_location s
    where s.is_changed and l.customer_source_id = $1 and l.id = s.location_id and l.deleted_at is null
    returning 1)
  select 0 as created, count(*)::integer as updated from updated`,
);

const stored = `external_reference_id, location_identifier, latitude, longitude, customer_id, callout_location_type_id,
  location_description, location_additional_information, formatted_address, w3w, duress_code_hash, security_coverage,
  medical_coverage, coverage_version`;

/** A place that somebody else creates at this instant is changed into what the file says. */
const insert = sql(
  "staged-location-insert",
  `with created as (
    insert into fixed_location as l (customer_source_id, ${stored}, coverage_checked_at, created_at, updated_at)
    select $1, ${stored}, $${afterFlags}, $${afterFlags}, $${afterFlags} from staged_location
    where location_id is null order by row
    on conflict (customer_source_id, external_reference_id) where deleted_at is null
    do update set ${assignments("excluded")}
    returning xmax = 0 as is_new)
  select count(*) filter (where is_new)::integer as created, count(*) filter (where not is_new)::integer as updated
  from created`,
);

/** As the deletion of one place does: what was raised there before is seen then, and what comes after waits. */
const lockMissing = sql(
  "staged-location-lock-missing",
  `select l.id ${missing} order by l.id for update of l`,
);

const remove = sql(
  "staged-location-delete",
  "update fixed_location set deleted_at = $3 where customer_source_id = $1 and id = any($2::bigint[])",
);

/** Finds for each row the place it is about, and whether it says something new of it. */
export async function matchStaged(
  connection: StagingConnection,
  customerSourceId: number,
  columns: ReadonlySet<OptionalColumn>,
): Promise<void> {
  await connection.query(long(match(customerSourceId, ...flagsOf(columns))));
}

/** What would happen now. */
export async function countStaged(
  connection: StagingConnection,
  customerSourceId: number,
): Promise<ImportCounts> {
  const [counts] = await connection.query<Omit<ImportCounts, "deleted">>(long(countMatched()));
  const [row] = await connection.query<{ count: number }>(long(countMissing(customerSourceId)));
  if (!counts || !row) throw new Error("Counting gave no row");
  return { ...counts, deleted: row.count };
}

/** Changes what is matched and differs, and creates what is not matched. */
export async function saveStaged(
  connection: StagingConnection,
  customerSourceId: number,
  columns: ReadonlySet<OptionalColumn>,
  now: Temporal.Instant,
): Promise<Pick<ImportCounts, "created" | "updated">> {
  const counts = { created: 0, updated: 0 };
  for (const statement of [update, insert]) {
    const values = [customerSourceId, ...flagsOf(columns), now.toString()];
    const [row] = await connection.query<typeof counts>(long(statement(...values)));
    counts.created += row?.created ?? 0;
    counts.updated += row?.updated ?? 0;
  }
  return counts;
}

/** Locks the places that the file does not have: raises for them wait from now on. */
export async function lockMissingPlaces(
  connection: StagingConnection,
  customerSourceId: number,
): Promise<number[]> {
  const rows = await connection.query<{ id: number }>(long(lockMissing(customerSourceId)));
  return rows.map(({ id }) => id);
}

export async function deletePlaces(
  connection: StagingConnection,
  customerSourceId: number,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await connection.query(long(remove(customerSourceId, ids, now.toString())));
}

/** From the row called `row`; where the file has no such column the place keeps what it has. */
function assignments(row: string): string {
  const columns = members.map((member) => {
    const column = optionalColumns[member];
    return `${column} = case when ${flag(member)} then ${row}.${column} else l.${column} end`;
  });
  const plain = [...required, "security_coverage", "medical_coverage", "coverage_version"];
  return [
    ...plain.map((column) => `${column} = ${row}.${column}`),
    ...columns,
    `coverage_checked_at = $${afterFlags}`,
    `updated_at = greatest($${afterFlags}, l.updated_at + interval '1 millisecond')`,
  ].join(", ");
}
