import { useSystem } from "@tocsin/testkit";
import { describe, expect, onTestFinished, test } from "vitest";
import { createLog } from "../telemetry/log.ts";
import { bossDatabase } from "./boss-database.ts";
import { openBoss } from "./open-boss.ts";

const system = useSystem();

/** A queue of its own node, and what it complains of. */
async function openNode() {
  const complaints: string[] = [];
  const log = createLog("warn", { write: (line) => void complaints.push(line) });
  const boss = await openBoss({ db: system.context.db, log });
  onTestFinished(() => boss.stop({ graceful: false, close: false }));
  return { boss, complaints };
}

describe("pg-boss on our connections", () => {
  test("reckons with dates, and reads every statement of a text", async () => {
    const { rows } = await bossDatabase(system.context.db).executeSql(
      "begin; select timestamptz '2026-01-02T03:04:05.678Z' as at, null as never; select 2 as n; commit",
    );
    expect(rows).toEqual([{ at: new Date("2026-01-02T03:04:05.678Z"), never: null }, { n: 2 }]);
  });

  test("starts beside the record of a node that died a moment ago, and does its upkeep, without trouble", async () => {
    await openNode();
    await system.context.db.query({
      text: "update jobs.instance set pid = pid + 1, started_on = started_on - interval '1 minute'",
    });
    const { boss, complaints } = await openNode();
    await boss.supervise();
    expect(await boss.getInstances()).not.toEqual([]);
    expect(complaints).toEqual([]);
  });
});
