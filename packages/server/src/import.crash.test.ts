import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashRounds, type NodeProcess, seeded, signInToDemo, spawnNode } from "@tocsin/testkit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const rows = 5_000;
const settings = { TOCSIN_DEMO: "1", TOCSIN_DEMO_SPEED: "0" };
/** A dead node is noticed by its missing heartbeat. */
const patience = { timeout: 90_000, interval: 500 };

let folder = "";
let node: NodeProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-import-crash-"));
});

afterEach(async () => {
  await node?.end("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function file(version: number): Blob {
  const places = Array.from({ length: rows }, (_, index) => `SITE-${index},Version ${version},-26.1,28`);
  return new Blob([["externalReferenceId,locationIdentifier,latitude,longitude", ...places].join("\n")]);
}

async function upload({ address }: NodeProcess, version: number): Promise<number> {
  const form = new FormData();
  form.set("callbackUrl", "https://callback.invalid/");
  form.set("locations", file(version), "places.csv");
  const response = await fetch(`${address}/v1/predefinedlocations/upload`, {
    method: "POST",
    headers: { authorization: `Bearer ${await signInToDemo(address)}` },
    body: form,
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { importId: number }).importId;
}

async function get({ address }: NodeProcess, path: string): Promise<Response> {
  return fetch(address + path, { headers: { authorization: `Bearer ${await signInToDemo(address)}` } });
}

test("a file that was accepted is worked through to its end, whenever the node is killed", {
  timeout: 600_000,
}, async () => {
  for (let round = 1; round <= crashRounds(20); round++) {
    const random = seeded(round);
    node = await spawnNode(folder, settings);
    const importId = await upload(node, round);
    await new Promise((resolve) => setTimeout(resolve, random() * 2_000));
    await node.end("SIGKILL");
    node = await spawnNode(folder, settings);
    const restarted = node;
    await vi.waitFor(async () => {
      const outcome = await get(restarted, `/v1/predefinedlocations/imports/${importId}`);
      expect(await outcome.json()).toMatchObject({ state: "done", rowsRead: rows });
    }, patience);
    const text = await (await get(restarted, "/v1/predefinedlocations/download")).text();
    expect(text.split("\r\n").filter((row) => row.includes(`"Version ${round}"`))).toHaveLength(rows);
    expect(text.split("\r\n").filter((row) => row.startsWith('"SITE-'))).toHaveLength(rows);
    await node.end();
  }
});
