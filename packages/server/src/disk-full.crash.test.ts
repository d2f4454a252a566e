import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NodeProcess, spawnNode } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const diskMegabytes = 320;
const mayMount = process.platform === "linux" && process.getuid?.() === 0;
let disk = "";

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), "tocsin-disk-"));
  if (mayMount)
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskMegabytes}m,mode=0700`, "tmpfs", disk]);
});
afterAll(async () => {
  if (mayMount) execFileSync("umount", ["--lazy", disk]);
  await rm(disk, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: { readonly id: number; readonly accessToken: string };
}

async function call(
  address: string,
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${address}/panic-api/v2${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: (await response.json()) as Answer["body"],
  };
}

const raise = (node: NodeProcess, token: string, reference: string): Promise<Answer> =>
  call(node.address, "POST", `/predefinedLocations/externalRef/${reference}/callouts`, token, {
    responseTypeId: 1,
  });

async function fillDisk(): Promise<string> {
  const path = join(disk, "filler");
  const file = await open(path, "w");
  const block = Buffer.alloc(1024 * 1024);
  try {
    for (;;) await file.write(block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    await file.close();
  }
  return path;
}

/** The write-ahead log has room of its own; write until that is used up too. */
async function writeUntilRefused(node: NodeProcess, token: string): Promise<Answer> {
  for (let attempt = 0; attempt < 20_000; attempt++) {
    const information = randomBytes(2_000).toString("hex");
    const place = {
      externalReferenceId: `F-${attempt}`,
      locationIdentifier: "f",
      latitude: 1,
      longitude: 1,
      locationAdditionalInformation: information,
    };
    const answer = await call(node.address, "POST", "/predefinedLocations", token, place);
    if (answer.status !== 201) return answer;
  }
  throw new Error("the disk never became full");
}

describe("disk full", () => {
  test.skipIf(!mayMount)(
    "writes are refused with 503 and Retry-After, and go on by themselves when there is room again (needs root to mount a small disk)",
    { timeout: 120_000 },
    async () => {
      const node = await spawnNode(disk);
      const { accessToken: token } = (
        await call(node.address, "POST", "/oauth/token", "", {
          clientId: "demo",
          clientSecret: "demo-secret",
        })
      ).body;
      const told = [(await raise(node, token, "STORE-001")).body.id];
      const filler = await fillDisk();
      const refused = await writeUntilRefused(node, token);
      expect(refused).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
      // a raise may still fit into pages that are there already; what counts is that its answer is true
      for (const reference of ["STORE-002", "STORE-003", "STORE-004"]) {
        const { status, body } = await raise(node, token, reference);
        expect([201, 503]).toContain(status);
        if (status === 201) told.push(body.id);
      }
      await rm(filler);
      await expect
        .poll(async () => (await raise(node, token, "STORE-005")).status, { timeout: 60_000, interval: 250 })
        .toBe(201);
      const place = { externalReferenceId: "after", locationIdentifier: "after", latitude: 1, longitude: 1 };
      expect((await call(node.address, "POST", "/predefinedLocations", token, place)).status).toBe(201);
      for (const id of told)
        expect((await call(node.address, "GET", `/callouts/${id}`, token)).status).toBe(200);
      await node.end();
    },
  );
});
