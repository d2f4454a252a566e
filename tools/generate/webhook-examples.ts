import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, startEmbeddedPostgres } from "../../packages/server/src/index.ts";
import { prepareTemplate, startSystem, type TestSystem } from "../../packages/testkit/src/index.ts";
import { webhookEvents } from "../../packages/wire/src/index.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { tellStory } from "./webhook-examples/tell-story.ts";

/** Where nobody listens: what would be sent is all we want. */
const nowhere = "http://127.0.0.1:9/";

/** A body of each event that partners are told, as the server makes it: from a story that is played on a system of its own. */
export const webhookExamples: readonly GeneratedFile[] = webhookEvents.map((event) => ({
  path: `contract/webhooks/${event}.json`,
  async write() {
    const body = (await bodies()).get(event);
    if (body === undefined) throw new Error(`The story tells nothing of ${event}`);
    return body;
  },
}));

let played: Promise<ReadonlyMap<string, string>> | undefined;
/** The story is played once for all files. */
function bodies(): Promise<ReadonlyMap<string, string>> {
  played ??= play();
  return played;
}

async function play(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-webhooks-"));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: createLog("silent") });
  try {
    const { host, port, user } = postgres.connection;
    await prepareTemplate({ host, port, user });
    const system = await startSystem({ host, port, user });
    try {
      return await playOn(system);
    } finally {
      await system.stop();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function playOn(system: TestSystem): Promise<ReadonlyMap<string, string>> {
  const { status, text } = await system.request({
    method: "POST",
    path: "/panic-api/v2/notifiers/webhooks",
    body: { url: nowhere, events: webhookEvents },
  });
  if (status !== 201) throw new Error(text);
  await tellStory(system);
  await system.drain();
  const rows = await system.context.db.query<{ event: string; body: string }>({
    text: `select distinct on (event) event, body from webhook_delivery delivery
      join webhook_body on webhook_body.customer_source_id = delivery.customer_source_id and delivery_id = delivery.id
      order by event, delivery.id`,
  });
  return new Map(rows.map(({ event, body }) => [event, tidy(body)]));
}

/** Readable, and the same each time: the address of a tracking page is drawn by lot. */
function tidy(body: string): string {
  const stable = body
    .replaceAll(/\/track\/[\w-]+/g, "/track/b-255t-nq2XVZbX2k0cVq8yJfP0Tg")
    .replaceAll("https://tocsin.test", "https://callouts.example.com");
  return `${JSON.stringify(JSON.parse(stable), undefined, 2)}\n`;
}
