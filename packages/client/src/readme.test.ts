import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type NodeProcess, spawnNode } from "@tocsin/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tocsin-client-readme-"));
const packageFolder = join(import.meta.dirname, "..");
let node: NodeProcess;

beforeAll(async () => {
  node = await spawnNode(folder);
});
afterAll(async () => {
  await node.end();
  rmSync(folder, { recursive: true, force: true });
});

it("the program in the README does on a system that was just started what it says", async () => {
  const page = readFileSync(join(packageFolder, "README.md"), "utf8");
  const [, program = ""] = /^```ts run\n([^]*?)^```$/m.exec(page) ?? [];
  const running = promisify(execFile)(
    process.execPath,
    ["--input-type=module-typescript", "--eval", program],
    {
      cwd: packageFolder,
      env: { BASE: node.address },
    },
  );
  const { stdout } = await running;
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^raised http:.*\/track\//),
    "created 1",
    expect.stringMatching(/^404 not-found /),
    "",
  ]);
});
