import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Operator, openOperator } from "@tocsin/server/operator";
import { afterAll, beforeAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
let folder: string;
let holder: Operator;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tocsin-cli-"));
  holder = await openOperator({ TOCSIN_DATA: folder });
  await holder.createPartner({ clientId: "acme", name: "Acme Stores" });
});

afterAll(async () => {
  await holder.close();
  await rm(folder, { recursive: true, force: true });
});

async function tocsin(...args: string[]) {
  const env = { PATH: process.env.PATH, TOCSIN_DATA: folder };
  return new Promise<{ readonly exitCode: number; readonly output: string }>((resolve) => {
    execFile(process.execPath, [program, "device-type", ...args], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output: output + complaint });
    });
  });
}

async function template(text: string): Promise<string> {
  const file = path.join(folder, "template.json");
  await writeFile(file, text);
  return file;
}

test("a type of the partner's own stands beside everybody's, and keeps its id with another template", async () => {
  const file = await template('{"serialPattern": "DB-[0-9]{6}", "responseTypeId": 2}');
  const first = await tocsin("set", "acme", "DOORBELL", file);
  expect(first).toEqual({ exitCode: 0, output: "DOORBELL of acme is device type 1001.\n" });
  await template('{"serialPattern": "DB-[0-9]{8}"}');
  const second = await tocsin("set", "acme", "DOORBELL", file, "--json");
  expect(JSON.parse(second.output)).toMatchObject({ id: 1001, template: { serialPattern: "DB-[0-9]{8}" } });
  const { output } = await tocsin("list", "acme");
  expect(output).toMatch(/^1 +GENERIC +\S+$/m);
  expect(output).toMatch(/^1001 +DOORBELL +DB-\[0-9\]\{8\}$/m);
});

test.each([
  ["not JSON", "DOORBELL", "{", "is not JSON"],
  ["a mistake in the template", "DOORBELL", '{"serialPattern": "a+"}', "serialPattern must be made of"],
  ["a name that everybody has", "GENERIC", '{"serialPattern": "a"}', "every tenant has a type of that name"],
  ["a name that is none", "door bell", '{"serialPattern": "a"}', "must be capital letters"],
])("%s: the command fails and says why", async (_title, name, text, message) => {
  const { exitCode, output } = await tocsin("set", "acme", name, await template(text));
  expect(exitCode).toBe(1);
  expect(output).toContain(message);
});

test("no such partner: the command fails and names it", async () => {
  const file = await template('{"serialPattern": "a"}');
  for (const args of [
    ["set", "nobody", "BELL", file],
    ["list", "nobody"],
  ])
    expect(await tocsin(...args)).toMatchObject({ exitCode: 1, output: expect.stringContaining('"nobody"') });
});
