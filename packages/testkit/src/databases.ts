import { randomBytes } from "node:crypto";
import { createLog, migrate, openDatabase } from "@tocsin/server";
import pg from "pg";

/** How a test reaches the server; the database is one of its own. */
export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

const template = "tocsin_template";

/** Migrates a database once; every test file gets a copy of it in milliseconds. */
export async function prepareTemplate(server: PostgresServer): Promise<void> {
  await administer(
    server,
    `create database ${template} encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0`,
  );
  const db = openDatabase({ ...server, database: template }, createLog("silent"), 1);
  await migrate(db);
  await db.close();
}

/** A fresh database of the current schema; returns its name. */
export async function cloneDatabase(server: PostgresServer): Promise<string> {
  const name = `tocsin_test_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name} template ${template}`);
  return name;
}

export async function dropDatabase(server: PostgresServer, name: string): Promise<void> {
  await administer(server, `drop database if exists ${name} with (force)`);
}

async function administer(server: PostgresServer, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: "postgres" });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
