import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type NodeProcess, spawnNode } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const limitSeconds = 20;

let folder: string;
let node: NodeProcess;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tocsin-demo-"));
  node = await spawnNode(folder, { TOCSIN_DEMO_SPEED: "20" }, [program, "start"]);
}, 60_000);
afterAll(async () => {
  await node.end();
  await rm(folder, { recursive: true, force: true });
});

async function call(
  way: string,
  token: string | null,
  body?: object,
): Promise<{ id: number; status: string }> {
  const headers = {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  const response = await fetch(`${node.address}/panic-api/v2${way}`, init);
  return (await response.json()) as { id: number; status: string };
}

describe("tocsin start with the demo on", () => {
  test.each([
    ["SECURITY", 1],
    ["MEDICAL", 2],
  ])(
    `a callout for %s is attended and closed by itself within ${limitSeconds} s`,
    async (_name, responseTypeId) => {
      const signedIn = await call("/oauth/token", null, { clientId: "demo", clientSecret: "demo-secret" });
      const { accessToken } = signedIn as unknown as { accessToken: string };
      const raised = await call("/predefinedLocations/externalRef/STORE-001/callouts", accessToken, {
        responseTypeId,
      });
      const seen = new Set<string>();
      const deadline = performance.now() + limitSeconds * 1000;
      while (!seen.has("closed") && performance.now() < deadline) {
        seen.add((await call(`/callouts/${raised.id}`, accessToken)).status);
        // another process does the work: nothing here can tell when it is done
        await setTimeout(50);
      }
      expect([...seen]).toEqual(
        expect.arrayContaining(["Responder Dispatched", "Responder Arrived", "closed"]),
      );
    },
    30_000,
  );

  test("its supplier and responders are the demo's, known to the control room", async () => {
    const signIn = { method: "POST", headers: { "content-type": "application/json" } };
    const body = JSON.stringify({ username: "operator", password: "operator" });
    const session = await fetch(`${node.address}/control/v1/sessions`, { ...signIn, body });
    const { accessToken } = (await session.json()) as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${node.address}/control/v1/responders`, { headers });
    const { responders } = (await answer.json()) as { responders: { onDuty: boolean; name: string }[] };
    expect(responders.map(({ name }) => name)).toContain("Demo responder 30");
    expect(responders.filter(({ onDuty }) => onDuty)).toHaveLength(30);
  });

  test("it stops at once, simulated responders and all", async () => {
    const startedAt = performance.now();
    await node.end("SIGTERM");
    expect(node.process.exitCode).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test("started with TOCSIN_DEMO=0 on the same data nobody of it can sign in", async () => {
    node = await spawnNode(folder, { TOCSIN_DEMO: "0" }, [program, "start"]);
    const signIn = { method: "POST", headers: { "content-type": "application/json" } };
    const asResponder = JSON.stringify({ login: "demo-1", pin: "1234" });
    const asOperator = JSON.stringify({ username: "operator", password: "operator" });
    const doors = [
      ["/responder/v1/sessions", asResponder],
      ["/control/v1/sessions", asOperator],
    ];
    for (const [door, body = ""] of doors)
      expect((await fetch(`${node.address}${door}`, { ...signIn, body })).status).toBe(401);
  }, 60_000);
});
