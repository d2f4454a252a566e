import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { addPlaces, useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const system = useSystem();
let folder = "";
let baseUrl = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tocsin-locations-"));
  await system.app.listen({ host: "127.0.0.1", port: 0 });
  baseUrl = `http://127.0.0.1:${(system.app.server.address() as AddressInfo).port}`;
  await system.context.jobs.start();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

function tocsin(command: string, args: readonly string[], secret = system.partner.clientSecret) {
  const env = { PATH: process.env.PATH, TOCSIN_CLIENT_SECRET: secret };
  const all = ["locations", command, ...args, "--base-url", baseUrl, "--client-id", system.partner.clientId];
  return new Promise<Outcome>((resolve) => {
    execFile(process.execPath, [program, ...all], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, complaint });
    });
  });
}

async function file(name: string, text: string): Promise<string> {
  const written = path.join(folder, name);
  await writeFile(written, text);
  return written;
}

describe("tocsin locations", () => {
  test("export writes all places, and import of that changes nothing", async () => {
    await addPlaces(system, 3, "cli");
    const target = path.join(folder, "places.csv");
    expect(await tocsin("export", [target])).toEqual({ exitCode: 0, output: "", complaint: "" });
    const { output } = await tocsin("export", []);
    expect(output).toBe(await readFile(target, "utf8"));
    expect(output.split("\r\n")).toHaveLength(5);
    expect(await tocsin("import", [target])).toEqual({
      exitCode: 0,
      output: "Done: 0 created, 0 updated, 3 unchanged, 0 deleted.\n",
      complaint: "",
    });
  });

  test("import tells what would change, then changes it", async () => {
    const changed = await file(
      "changed.csv",
      "externalReferenceId;name;latitude;longitude;colour\ncli-1;Changed;1;2;red\ncli-9;New;1;2;red\n",
    );
    const dry = await tocsin("import", [changed, "--delimiter", ";", "--dry-run"]);
    expect(dry.output).toBe(
      "Columns left out: colour\nWould be: 1 created, 1 updated, 0 unchanged, 2 deleted. Nothing was changed.\n",
    );
    const { output } = await tocsin("import", [changed, "--delimiter", ";", "--json"]);
    expect(JSON.parse(output)).toMatchObject({ state: "done", created: 1, updated: 1, deleted: 2 });
  });

  test("import of a file with a wrong row names it and ends with exit code 1", async () => {
    const wrong = await file("wrong.csv", "externalReferenceId,name,latitude,longitude\ncli-1,X,91,2\n");
    expect(await tocsin("import", [wrong])).toEqual({
      exitCode: 1,
      output: "Refused: 1 error. Nothing was changed.\n",
      complaint: "row 2: latitude must be decimal degrees from -90 to 90\n",
    });
  });

  test("what is wrong with the call itself is said, with exit code 1", async () => {
    const missing = await tocsin("import", [path.join(folder, "none.csv")]);
    expect([missing.exitCode, missing.complaint]).toEqual([
      1,
      expect.stringContaining("none.csv cannot be read"),
    ]);
    const some = await file("some.csv", "x");
    const delimiter = await tocsin("import", [some, "--delimiter", ";;"]);
    expect([delimiter.exitCode, delimiter.complaint]).toEqual([
      1,
      expect.stringContaining("delimiter: must be one"),
    ]);
    expect(await tocsin("export", [], "")).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining("TOCSIN_CLIENT_SECRET"),
    });
    expect(await tocsin("export", [], "wrong")).toMatchObject({ exitCode: 1 });
  });
});
