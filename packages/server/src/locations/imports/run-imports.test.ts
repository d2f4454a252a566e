import { addPlaces, raiseCommand, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";
import { deleteLocation, findImport, findLocationByReference } from "../index.ts";
import { acceptImport } from "./accept-import.ts";
import { type PackedRows, packRows } from "./pack-rows.ts";
import { resumeImports } from "./resume-imports.ts";
import { runImports } from "./run-imports.ts";
import type { ReadFile } from "./types.ts";

const system = useSystem();
const stopping = new AbortController().signal;

beforeEach(() =>
  system.context.db.query({
    text: "update location_import set finished_at = now() where finished_at is null",
  }),
);

/** Takes a file of which a test says itself what is read. */
async function accept(): Promise<number> {
  const file = {
    bytes: 1,
    async *read() {
      yield Buffer.from("x");
    },
  };
  const order = {
    file,
    dryRun: false,
    source: null,
    userEmail: null,
    callbackUrl: "https://callback.invalid/",
    delimiter: ",",
  };
  return acceptImport(system.context, system.context.db, system.partner.customerSourceId, order);
}

const header = { columns: new Set<never>(), ignored: [] };

function rowsOf(references: readonly string[]): PackedRows {
  const rows = references.map((externalReferenceId, index) => ({
    row: index + 2,
    externalReferenceId,
    locationIdentifier: "from the file",
    latitude: "1",
    longitude: "2",
    customerId: null,
    locationDescription: null,
    locationAdditionalInformation: null,
    formattedAddress: null,
    w3w: null,
    calloutLocationTypeId: null,
    duressCode: null,
  }));
  return packRows(rows);
}

/** @param meanwhile happens after the first part was staged */
function saying(references: readonly string[], meanwhile = async (): Promise<void> => undefined): ReadFile {
  return async function* read(bytes) {
    for await (const piece of bytes) expect(piece.length).toBeGreaterThan(0);
    yield { rows: rowsOf(references), errors: [], rowsRead: references.length, header };
    await meanwhile();
  };
}

const run = (read: ReadFile) => runImports(system.context, system.partner.customerSourceId, read, stopping);
const find = (id: number) => findImport(system.context.db, system.partner.customerSourceId, id);
const locate = (reference: string) =>
  findLocationByReference(system.context.db, system.partner.customerSourceId, reference);

describe("a file is worked through", () => {
  test("by one node at a time for each tenant; the other one comes back later", async () => {
    const id = await accept();
    const read = saying(["alone"], async () => {
      await expect(run(saying([]))).rejects.toThrow("Another node");
    });
    await run(read);
    expect(await find(id)).toMatchObject({ state: "done", created: 1 });
  });

  test("again from its beginning when the first try broke off, which has changed nothing", async () => {
    const id = await accept();
    const broken = run(
      saying(["half"], async () => {
        throw new Error("broken off");
      }),
    );
    await expect(broken).rejects.toThrow("broken off");
    expect(await find(id)).toMatchObject({ state: "running", finishedAt: null });
    expect(await locate("half")).toBeUndefined();
    await run(saying(["half"]));
    expect(await find(id)).toMatchObject({ state: "done", created: 1 });
  });

  test("five times at most, and then the next one has its turn", async () => {
    const id = await accept();
    const next = await accept();
    const fatal: ReadFile = () => {
      throw new Error("fatal");
    };
    for (let attempt = 0; attempt < 5; attempt++) await expect(run(fatal)).rejects.toThrow("fatal");
    await run(saying(["next"]));
    expect(await find(id)).toMatchObject({
      state: "failed",
      errors: [{ row: 0, field: "locations", message: expect.stringContaining("5 attempts") }],
    });
    expect(await find(next)).toMatchObject({ state: "done" });
  });

  test("not any further when the node stops", async () => {
    const id = await accept();
    const stop = new AbortController();
    const read = saying(["stopped"], async () => stop.abort());
    await expect(
      runImports(system.context, system.partner.customerSourceId, followed(read), stop.signal),
    ).rejects.toThrow(/abort/);
    expect(await find(id)).toMatchObject({ state: "running" });
    expect(await locate("stopped")).toBeUndefined();
  });
});

/** Another part comes after it. */
function followed(read: ReadFile): ReadFile {
  return async function* again(bytes, delimiter) {
    yield* read(bytes, delimiter);
    yield { rows: rowsOf([]), errors: [], rowsRead: 1, header };
  };
}

test("whoever starts leaves a job for each tenant of whom a file is not finished", async () => {
  const id = await accept();
  await system.drain();
  await expect(resumeImports(system.context)).resolves.toBeUndefined();
  expect(await system.context.jobs.runDue()).toBe(0);
  await system.context.db.query({
    text: "update location_import set state = 'running', attempts = 1, finished_at = null where id = $1",
    values: [id],
  });
  await resumeImports(system.context);
  expect(await system.context.jobs.runDue()).toBeGreaterThan(0);
  expect(await find(id)).toMatchObject({ finishedAt: system.clock.now() });
});

describe("while a file is worked through", () => {
  test("raises go on, at places that it changes and at those that it is about to delete", async () => {
    const [kept = "", gone = ""] = await addPlaces(system, 2, "raised");
    await accept();
    const { db } = system.context;
    let importing: Promise<void> = Promise.resolve();
    await db.transaction(async (tx) => {
      // somebody holds a place that the file changes: the import has its other changes made, and waits
      await tx.query({
        text: "select 1 from fixed_location where external_reference_id = $1 for no key update",
        values: [kept],
      });
      importing = run(saying([kept, "new"]));
      await untilSomebodyWaits(system);
      for (const reference of [kept, gone])
        expect(await system.context.raises.raise(raiseCommand(system, reference))).toMatchObject({
          kind: "raised",
        });
    });
    await importing;
    // the callout that was raised meanwhile keeps its place, so the whole file was refused
    expect(await locate(gone)).toMatchObject({ externalReferenceId: gone });
    expect(await locate("new")).toBeUndefined();
    const [last] = await db.query({
      text: "select state, errors from location_import order by id desc limit 1",
    });
    expect(last).toMatchObject({ state: "failed", errors: [{ row: 0, field: "externalReferenceId" }] });
  });

  test("a place that somebody creates or deletes at the same instant ends as the file says", async () => {
    const [raced = ""] = await addPlaces(system, 1, "raced");
    const id = await accept();
    const { customerSourceId } = system.partner;
    await system.context.db.query({ text: "update callout set phase = 'closed'" });
    const place = await locate(raced);
    await run(
      saying([raced, "created-1"], async () => {
        await deleteLocation(system.context, system.context.db, { customerSourceId, id: place?.id ?? 0 });
        await addPlaces(system, 1, "created");
      }),
    );
    expect(await find(id)).toMatchObject({ state: "done", created: 1, updated: 1 });
    expect(await locate(raced)).toMatchObject({ locationIdentifier: "from the file" });
    expect(await locate("created-1")).toMatchObject({ locationIdentifier: "from the file" });
  });
});
