import type { Queryable } from "./database.ts";

type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly required: boolean;
  readonly identity: "" | "a" | "d";
  readonly start: number | null;
  readonly generated: "" | "s" | "v";
  readonly expression: string | null;
};

type Definition = {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
};

// Not-null constraints are rows of their own since PostgreSQL 18 and no rows before: here they belong to their column.
const columns = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    (select collname from pg_collation where oid = a.attcollation and a.attcollation <> t.typcollation) as collation,
    a.attnotnull as required, a.attidentity as identity, s.seqstart as start, a.attgenerated as generated,
    pg_get_expr(d.adbin, d.adrelid, true) as expression
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  left join pg_depend o on o.refobjid = c.oid and o.refobjsubid = a.attnum and o.deptype = 'i' and a.attidentity <> ''
  left join pg_sequence s on s.seqrelid = o.objid
  where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
  order by c.relname, a.attnum`;

const constraints = `
  select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid, true) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype <> 'n' and c.relnamespace = current_schema()::regnamespace
  order by c.relname, array_position('{p,u,x,f,c}', k.contype::text), k.conname`;

const indexes = `
  select c.relname as table, x.relname as name, pg_get_indexdef(i.indexrelid, 0, true) as definition
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where c.relnamespace = current_schema()::regnamespace
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname, x.relname`;

const others = `
  select 'view ' || relname as name from pg_class where relkind in ('v', 'm', 'f') and relnamespace = current_schema()::regnamespace
  union all select 'function ' || proname from pg_proc where pronamespace = current_schema()::regnamespace
  union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
  union all select 'type ' || typname from pg_type where typtype in ('d', 'e', 'r') and typnamespace = current_schema()::regnamespace`;

/**
 * The schema as SQL-like text in a fixed order, the same on every supported PostgreSQL, so that a migration reads as a diff
 * of `schema.sql`. Ours, since the embedded PostgreSQL comes without pg_dump.
 * @throws when there is something in the schema that the text would not show
 */
export async function describeSchema(db: Pick<Queryable, "query">): Promise<string> {
  const hidden = await db.query<{ name: string }>({ text: others });
  if (hidden.length > 0)
    throw new Error(
      `describe-schema.ts cannot show: ${hidden.map(({ name }) => name).join(", ")}. Teach it.`,
    );
  const byTable = Map.groupBy(await db.query<Column>({ text: columns }), ({ table }) => table);
  const allConstraints = await db.query<Definition>({ text: constraints });
  const allIndexes = await db.query<Definition>({ text: indexes });
  const tables = [...byTable].map(([table, itsColumns]) => {
    const lines = [
      ...itsColumns.map(describeColumn),
      ...allConstraints
        .filter((each) => each.table === table)
        .map(({ name, definition }) => `CONSTRAINT ${name} ${definition}`),
    ];
    const itsIndexes = allIndexes
      .filter((each) => each.table === table)
      .map(({ definition }) => `${definition};\n`);
    return `CREATE TABLE ${table} (\n${lines.map((line) => `  ${line}`).join(",\n")}\n);\n${itsIndexes.join("")}`;
  });
  return tables.join("\n");
}

function describeColumn({
  name,
  type,
  collation,
  required,
  identity,
  start,
  generated,
  expression,
}: Column): string {
  const when = identity === "a" ? "ALWAYS" : "BY DEFAULT";
  const parts = [
    `${name} ${type}`,
    collation === null ? "" : `COLLATE ${JSON.stringify(collation)}`,
    required ? "NOT NULL" : "",
    identity === "" ? "" : `GENERATED ${when} AS IDENTITY (START WITH ${start})`,
    generated === "" ? "" : `GENERATED ALWAYS AS (${expression}) ${generated === "s" ? "STORED" : "VIRTUAL"}`,
    generated === "" && expression !== null ? `DEFAULT ${expression}` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
