import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { defaultPolicies } from "@tocsin/domain";
import { openOperator } from "@tocsin/server/operator";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const page = await readFile(new URL("../../../docs/operate/partners.md", import.meta.url), "utf8");

test("every command of the page works, in the order it is shown", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "tocsin-page-"));
  const holder = await openOperator({ TOCSIN_DATA: folder });
  onTestFinished(async () => {
    await holder.close();
    await rm(folder, { recursive: true, force: true });
  });
  const commands = page.match(/^npm exec --no -- tocsin .+$/gm) ?? [];
  expect(commands.length).toBeGreaterThan(5);
  const script = commands
    .map((command) => command.replace("npm exec --no -- tocsin", '"$NODE" "$PROGRAM"'))
    .join("\n");
  const env = { PATH: process.env.PATH, NODE: process.execPath, PROGRAM: program, TOCSIN_DATA: folder };
  const { stderr } = await promisify(execFile)("sh", ["-eu", "-c", script], { env });
  expect(stderr).toBe("");
  const timing = {
    alarmAfterSeconds: 90,
    byResponseType: { 2: { offerSeconds: 10, alarmAfterSeconds: 30 } },
  };
  expect(await holder.listPartners()).toMatchObject([
    {
      clientId: "acme",
      liveSecrets: 1,
      policies: { responseTypes: [1, 2, 3], defaultResponseTypeId: 1, timing },
    },
  ]);
}, 60_000);

test("the page has every policy and every member of timing, and no other", () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual([...Object.keys(defaultPolicies), ...Object.keys(defaultPolicies.timing)]);
});
