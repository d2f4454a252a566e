import { readFile } from "node:fs/promises";
import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { describeSchema } from "./describe-schema.ts";

const system = useSystem();

test("what the migrations make is what schema.sql says, on every PostgreSQL that the tests run on", async () => {
  const committed = await readFile(new URL("schema.sql", import.meta.url), "utf8");
  const text = committed.replace(/^(--.*\n)+\n/, "");
  expect(await describeSchema(system.context.db)).toBe(text);
});

test("columns are shown with all that matters", async () => {
  const made = await describeAfter(`create table zoo (
    id bigint generated always as identity (start with 5) primary key,
    name text collate "C" not null default 'lion' unique,
    size integer generated always as (length(name)) stored check (size > 0),
    keeper bigint references zoo)`);
  expect(made).toContain(`CREATE TABLE zoo (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 5),
  name text COLLATE "C" NOT NULL DEFAULT 'lion'::text,
  size integer GENERATED ALWAYS AS (length(name)) STORED,
  keeper bigint,
  CONSTRAINT zoo_pkey PRIMARY KEY (id),
  CONSTRAINT zoo_name_key UNIQUE (name),
  CONSTRAINT zoo_keeper_fkey FOREIGN KEY (keeper) REFERENCES zoo(id),
  CONSTRAINT zoo_size_check CHECK (size > 0)
);`);
});

test.each([
  ["a view", "create view glimpse as select 1 as one", "view glimpse"],
  ["a type", "create type mood as enum ('calm')", "type mood"],
  ["a function", "create function one() returns int language sql as 'select 1'", "function one"],
])("%s, which it cannot show, is not passed over in silence", async (_what, statement, name) => {
  await expect(describeAfter(statement)).rejects.toThrow(name);
});

/** Describes the schema as it would be with one statement more. */
async function describeAfter(statement: string): Promise<string> {
  let description = "";
  const undo = new Error("rolls back");
  await system.context.db
    .transaction(async (tx) => {
      await tx.query({ text: statement });
      description = await describeSchema(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return description;
}
