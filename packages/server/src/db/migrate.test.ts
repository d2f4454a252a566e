import { randomBytes } from "node:crypto";
import { useSystem } from "@tocsin/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, migrate, openDatabase } from "./index.ts";

const system = useSystem();
const opened: Database[] = [];
let name = "";

/** One more node on the same, at first empty, database. */
function open(): Database {
  const db = openDatabase({ ...system.server, database: name }, system.context.log, 1);
  opened.push(db);
  return db;
}

beforeEach(async () => {
  name = `tocsin_migrate_${randomBytes(6).toString("hex")}`;
  await system.context.db.query({ text: `create database ${name}` });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()));
  await system.context.db.query({ text: `drop database ${name} with (force)` });
});

test("of five nodes that start at the same instant one migrates, and all find the schema", async () => {
  const nodes = Array.from({ length: 5 }, open);
  const ran = await Promise.all(nodes.map(migrate));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  for (const db of nodes) expect(await db.query({ text: "select id from callout" })).toEqual([]);
  expect(await migrate(open())).toEqual([]);
});

test("a migration that was changed after it ran is refused", async () => {
  const db = open();
  const [first] = await migrate(db);
  await db.query({ text: "update migration set sha256 = 'another'" });
  await expect(migrate(db)).rejects.toThrow(`${first} was changed after it ran`);
});

test("a database that a newer version has migrated is refused, and stays as it is", async () => {
  const db = open();
  await migrate(db);
  await db.query({ text: "insert into migration (name, sha256) values ('9999-later.sql', 'x')" });
  await expect(migrate(db)).rejects.toThrow("newer Tocsin (it has 9999-later.sql)");
});

test("what fails half way leaves nothing behind", async () => {
  const db = open();
  await db.query({ text: "create table callout (id integer)" });
  await expect(migrate(db)).rejects.toThrow("callout");
  const tables = await db.query({ text: "select from pg_tables where schemaname = 'public'" });
  expect(tables).toHaveLength(1);
});
