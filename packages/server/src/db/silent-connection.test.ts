import { openDatabase } from "@tocsin/server";
import { useSystem } from "@tocsin/testkit";
import { afterEach, expect, test } from "vitest";

const system = useSystem();
const limitMilliseconds = 1_000;
const frozen: number[] = [];

afterEach(() => {
  for (const pid of frozen.splice(0)) process.kill(pid, "SIGCONT");
});

test("a transaction whose server goes silent fails after one time limit, without another for its rollback", async () => {
  const { server, database, context } = system;
  const db = openDatabase({ ...server, database, query_timeout: limitMilliseconds }, context.log, 1);
  let silentAt = 0;
  const work = db.transaction(async (tx) => {
    const [row] = await tx.query<{ pid: number }>({ text: "select pg_backend_pid() as pid" });
    const pid = row?.pid ?? 0;
    process.kill(pid, "SIGSTOP");
    frozen.push(pid);
    await tx.query({ text: "select 1" }).finally(() => {
      silentAt = performance.now();
    });
  });
  await expect(work).rejects.toMatchObject({ code: "unavailable" });
  expect(performance.now() - silentAt).toBeLessThan(limitMilliseconds / 2);
  // the pool of one has room again: the silent connection is not in it
  expect(await db.query({ text: "select 1 as one" })).toEqual([{ one: 1 }]);
  await db.close();
});
