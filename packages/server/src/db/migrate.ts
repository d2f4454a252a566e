import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Database, Queryable } from "./database.ts";

const folder = new URL("./migrations/", import.meta.url);
/** Any fixed number: everybody who migrates takes this lock first. */
const advisoryLock = 8_267_001;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Brings the schema up to date: each numbered file once, in order, in one transaction under an advisory lock, however
 * many nodes start at the same instant. Returns the names of those it ran.
 * @throws when a file that already ran was changed, or when the database is newer than this program
 */
export async function migrate(db: Database): Promise<string[]> {
  const migrations = await readMigrations();
  return db.transaction(async (tx) => {
    await tx.query({ text: `select pg_advisory_xact_lock(${advisoryLock})` });
    await tx.query({
      text: "create table if not exists migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())",
    });
    const done = await tx.query<{ name: string; sha256: string }>({
      text: "select name, sha256 from migration order by name",
    });
    refuseDrift(migrations, done);
    const waiting = migrations.filter(({ name }) => !done.some((row) => row.name === name));
    for (const migration of waiting) await runMigration(tx, migration);
    if (waiting.length > 0) await tx.query({ text: "analyze" });
    return waiting.map(({ name }) => name);
  });
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), "utf8");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

function refuseDrift(
  migrations: readonly Migration[],
  done: readonly { name: string; sha256: string }[],
): void {
  for (const row of done) {
    const migration = migrations.find(({ name }) => name === row.name);
    if (!migration)
      throw new Error(
        `The database was migrated by a newer Tocsin (it has ${row.name}). Start that version.`,
      );
    if (migration.sha256 !== row.sha256)
      throw new Error(`Migration ${row.name} was changed after it ran. Add a new one instead.`);
  }
}

async function runMigration(tx: Queryable, migration: Migration): Promise<void> {
  await tx.query({ text: migration.text });
  await tx.query({
    text: "insert into migration (name, sha256) values ($1, $2)",
    values: [migration.name, migration.sha256],
  });
}
