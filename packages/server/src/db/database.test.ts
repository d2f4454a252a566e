import { useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import type { Queryable } from "./index.ts";

const system = useSystem();

const add = (db: Queryable, value: string) =>
  db.query({ text: "insert into note (value) values ($1)", values: [value] });

async function notes(): Promise<string[]> {
  const rows = await system.context.db.query<{ value: string }>({ text: "delete from note returning value" });
  return rows.map(({ value }) => value).toSorted();
}

const failure = new Error("on purpose");
const fail = (): Promise<never> => Promise.reject(failure);

test("several statements in one text: the rows of all of them", async () => {
  const { db } = system.context;
  const text = "begin; select 1 as n; select 2 as n union all select 3 as n; commit";
  expect(await db.query({ text })).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(await db.transaction((tx) => tx.query({ text: "select 4 as n; select 5 as n" }))).toEqual([
    { n: 4 },
    { n: 5 },
  ]);
});

describe("transaction", () => {
  beforeAll(async () => {
    await system.context.db.query({ text: "create table note (value text not null)" });
  });

  test("commits when the work resolves, rolls back when it throws", async () => {
    const { db } = system.context;
    await db.transaction((tx) => add(tx, "kept"));
    await expect(db.transaction((tx) => add(tx, "lost").then(fail))).rejects.toBe(failure);
    expect(await notes()).toEqual(["kept"]);
  });

  test("inside another it is a savepoint: an inner failure that is caught loses the inner work alone", async () => {
    await system.context.db.transaction(async (tx) => {
      await add(tx, "outer");
      await tx.transaction((inner) => add(inner, "inner").then(fail)).catch(() => undefined);
    });
    expect(await notes()).toEqual(["outer"]);
  });

  test("a middle failure after an inner one loses all of the middle", async () => {
    await system.context.db.transaction(async (tx) => {
      await add(tx, "outer");
      const middle = tx.transaction(async (within) => {
        await add(within, "middle");
        await within.transaction((inner) => add(inner, "inner").then(fail)).catch(() => undefined);
        throw failure;
      });
      await middle.catch(() => undefined);
    });
    expect(await notes()).toEqual(["outer"]);
  });

  test("a swallowed SQL error can't pass for a commit", async () => {
    const work = system.context.db.transaction(async (tx) => {
      await add(tx, "vanishes");
      await tx.query({ text: "select 1 / 0" }).catch(() => undefined);
    });
    await expect(work).rejects.toThrow("rolled back instead of committed");
    expect(await notes()).toEqual([]);
  });
});
