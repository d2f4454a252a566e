import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@tocsin/client";
import { useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "./run.ts";

const system = useSystem();
let folder: string;
let file: string;
let baseUrl: string;
let client: Client;

beforeAll(async () => {
  baseUrl = await system.app.listen({ host: "127.0.0.1", port: 0 });
  const { clientId, clientSecret } = system.partner;
  client = createClient({ baseUrl, clientId, clientSecret });
  folder = await mkdtemp(join(tmpdir(), "csv-sync-"));
  file = join(folder, "shops.csv");
});
afterAll(() => rm(folder, { recursive: true }));

const header = "externalReferenceId,locationIdentifier,latitude,longitude";
const rows = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `SHOP-${from + index},Shop ${from + index},-26.1,28.05`);

/** Puts a file in the place of the one there is, whole. */
async function write(lines: readonly string[]): Promise<void> {
  await writeFile(`${file}.new`, [header, ...lines].join("\n"));
  await rename(`${file}.new`, file);
}

interface Started {
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

async function start(
  args: readonly string[],
  { signal = new AbortController().signal, onLine = () => {} }: Started = {},
) {
  const lines: string[] = [];
  const { clientId, clientSecret } = system.partner;
  const env = { BASE: baseUrl, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
  const log = (line: string): void => {
    lines.push(line);
    onLine(line);
  };
  const code = await run([file, ...args], env, { log, pause: () => system.drain(), signal });
  return { code, lines };
}

async function references(): Promise<string[]> {
  const { body = [] } = await client.listFixedLocations();
  return body.map(({ externalReferenceId }) => externalReferenceId);
}

it("places become what the file says; sent again nothing happens", async () => {
  await write(rows(0, 20));
  expect(await start([])).toEqual({
    code: 0,
    lines: [
      "would be: 20 created, 0 updated, 0 deleted, 0 as they were",
      "done: 20 created, 0 updated, 0 deleted, 0 as they were",
    ],
  });
  expect(await references()).toHaveLength(20);
  expect(await start([])).toEqual({
    code: 0,
    lines: ["would be: 0 created, 0 updated, 0 deleted, 20 as they were"],
  });
});

it("a trial changes nothing", async () => {
  await write(rows(1, 22));
  expect((await start(["--dry-run"])).lines).toEqual([
    "would be: 2 created, 0 updated, 1 deleted, 19 as they were",
  ]);
  expect(await references()).toContain("SHOP-0");
});

it("when more would go than allowed nothing is changed, unless forced", async () => {
  await write(rows(0, 10));
  const { code, lines } = await start([]);
  expect(code).toBe(4);
  expect(lines.at(-1)).toBe("10 of 20 places would go, more than 10 %: nothing is changed");
  expect(await references()).toHaveLength(20);
  expect((await start(["--max-deleted", "49.9"])).code).toBe(4);
  expect((await start(["--max-deleted", "50", "--dry-run"])).code).toBe(0);
  expect((await start(["--force"])).code).toBe(0);
  expect(await references()).toHaveLength(10);
});

it("a row that is wrong is named, and nothing is changed", async () => {
  await write([...rows(0, 10), "SHOP-99,Shop 99,north,28.05"]);
  const { code, lines } = await start([]);
  expect(code).toBe(3);
  expect(lines.at(0)).toMatch(/^row 12: latitude must be /);
  expect(await references()).toHaveLength(10);
});

it("wrong arguments are 2, a server or a file that can't be reached 1", async () => {
  for (const args of [["--max-deleted", "101"], ["--max-deleted", "few"], ["--sideways"], ["other.csv"]])
    expect((await start(args)).code).toBe(2);
  const means = { log: () => {}, pause: () => system.drain(), signal: new AbortController().signal };
  expect(await run([join(folder, "none.csv")], { BASE: baseUrl }, means)).toBe(1);
  expect(await run([file], { BASE: baseUrl, CLIENT_SECRET: "wrong" }, means)).toBe(1);
});

it("with --watch a file that is put in its place is taken too", async () => {
  await write(rows(0, 10));
  const stop = new AbortController();
  const { signal } = stop;
  let isWritten = false;
  const onLine = (line: string): void => {
    if (line.startsWith("done: 1 created")) stop.abort();
    else if (!isWritten && line.startsWith("would be: 0 created")) {
      isWritten = true;
      // once the program is done with the first it watches
      setImmediate(() => void write(rows(0, 11)));
    }
  };
  const { code } = await start(["--watch"], { signal, onLine });
  expect(code).toBe(0);
  expect(await references()).toContain("SHOP-10");
});
