import type { TestSystem } from "@tocsin/testkit";
import { onTestFinished } from "vitest";
import { createChangeSignal, openDatabase } from "../../db/index.ts";
import { type AppContext } from "../../index.ts";
import { createServices } from "../../services.ts";

/** Another node over the same database, with the same clock; for one test. */
export async function startSecondNode({ context, server, database }: TestSystem): Promise<AppContext> {
  const { clock, random, log, outbound, settings } = context;
  const db = openDatabase({ ...server, database }, log);
  const node = createServices(
    { db, clock, random, log, outbound, changes: createChangeSignal(db, log) },
    settings,
  );
  const services = [node.changes, node.partners, node.fleet];
  await Promise.all(services.map((service) => service.start()));
  onTestFinished(async () => {
    await node.raises.stop();
    await Promise.all(services.map((service) => service.stop()));
    await db.close();
  });
  return node;
}
