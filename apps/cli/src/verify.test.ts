import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const system = useSystem();

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

function verify(...args: string[]): Promise<Outcome> {
  const { server, database } = system;
  const DATABASE_URL = `postgresql://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${database}`;
  const env = { PATH: process.env.PATH, DATABASE_URL };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "verify", ...args], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, complaint });
    });
  });
}

test("says that a timeline is as it was written; after a byte was changed, which entry is not, with exit code 1", async () => {
  const { id } = await raiseCallout(system);
  const whole = await verify(String(id));
  expect(whole).toMatchObject({ exitCode: 0, complaint: "" });
  expect(whole.output).toMatch(
    new RegExp(`^Callout ${id} of acme is as it was written: 1 entry, SHA-256 [0-9a-f]{64}\\n$`),
  );
  await system.context.db.query({
    text: "update callout_event set at = at + interval '1 hour' where callout_id = $1",
    values: [id],
  });
  expect(await verify(String(id))).toEqual({
    exitCode: 1,
    output: `Callout ${id} of acme was changed:\n  entry 1 does not fit its hash and the entry before it\n`,
    complaint: "",
  });
  const { exitCode, output } = await verify(String(id), "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(output)).toMatchObject([
    { clientId: "acme", calloutId: id, hashes: [expect.any(String)], faults: [{ sequence: 1 }] },
  ]);
});

test("says which entry the hash of a filed report is of, or that none is, with exit code 1", async () => {
  const { id } = await raiseCallout(system);
  const hash = /[0-9a-f]{64}/.exec((await verify(String(id))).output)?.[0] ?? "";
  await system.request({
    method: "POST",
    path: `/panic-api/v2/callouts/${id}/events`,
    body: { message: "x" },
  });
  const found = await verify(String(id), "--hash", hash.toUpperCase());
  expect(found).toMatchObject({ exitCode: 0, output: expect.stringContaining("is of entry 1.") });
  const unknown = await verify(String(id), "--hash", "0".repeat(64));
  expect(unknown).toMatchObject({ exitCode: 1, output: expect.stringContaining("No entry has the hash") });
  expect((await verify(String(id), "--hash", "abc")).complaint).toContain("64 hexadecimal digits");
});

test.each([
  ["999999", "There is no callout 999999."],
  ["abc", "A callout's id is a whole number."],
  ["-1", "A callout's id is a whole number."],
])("%s: what is wrong stands on standard error", async (id, message) => {
  const { exitCode, output, complaint } = await verify(id);
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
  expect(complaint).toContain(message);
});
