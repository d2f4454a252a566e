import { addCustomers, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { csv, importFile, listPlaces, readImport, upload } from "../testing/upload.ts";

const system = useSystem();
const header = ["externalReferenceId", "locationIdentifier", "latitude", "longitude"];

describe("202 takes the file, and soon the places are what it says", () => {
  test("created, changed, left alone and deleted, matched by reference", async () => {
    const accepted = await upload(system, {
      file: csv(header, ["a", "A", "1", "2"], ["b", "B", "1", "2"], ["c", "C", "1", "2"]),
      fields: { source: "erp" },
    });
    expect(accepted.status).toBe(202);
    expect(accepted.body).toEqual({ message: "File accepted.", importId: expect.any(Number) });
    expect(await readImport(system, accepted.body.importId)).toMatchObject({
      state: "waiting",
      message: null,
    });
    await system.drain();
    expect(await readImport(system, accepted.body.importId)).toEqual({
      importId: accepted.body.importId,
      state: "done",
      message: "PREDEFINED_LOCATIONS_SYNCED",
      dryRun: false,
      source: "erp",
      created: 3,
      updated: 0,
      unchanged: 0,
      deleted: 0,
      errors: [],
      errorCount: 0,
      ignoredColumns: [],
      rowsRead: 3,
      bytes: expect.any(Number),
      bytesRead: expect.any(Number),
      callbackUrl: "https://callback.invalid/",
      callbackDeliveredAt: null,
      callbackFailure: null,
      createdAt: "2026-01-15T08:00:00.000Z",
      startedAt: "2026-01-15T08:00:00.000Z",
      finishedAt: "2026-01-15T08:00:00.000Z",
    });
    const before = await listPlaces(system);
    system.clock.advance({ minutes: 1 });
    const second = await importFile(
      system,
      csv(header, ["d", "D", "1", "2"], ["b", "Changed", "1.50", "2"], ["c", "C", "1", "2"]),
    );
    expect(second).toMatchObject({ state: "done", created: 1, updated: 1, unchanged: 1, deleted: 1 });
    const after = await listPlaces(system);
    const idOf = (list: { id: number; externalReferenceId: string }[], reference: string) =>
      list.find(({ externalReferenceId }) => externalReferenceId === reference)?.id;
    expect(
      after.map(({ externalReferenceId }: { externalReferenceId: string }) => externalReferenceId),
    ).toEqual(["b", "c", "d"]);
    expect(idOf(after, "b")).toBe(idOf(before, "b"));
    expect(after[0]).toMatchObject({
      locationIdentifier: "Changed",
      latitude: "1.50",
      updatedAt: "2026-01-15T08:01:00.000Z",
    });
    expect(after[1]).toEqual(before[2]);
  });

  test("under /panic-api too, and by the other delimiters, line ends, and a byte order mark", async () => {
    const columns = "externalReferenceId,locationIdentifier,latitude,longitude";
    const files: [string, string, string?][] = [
      [`\uFEFF${columns}\n`, 'x,"two\nlines, ""quoted""",1,2\n'],
      [`${columns.replaceAll(",", ";")}\r\n`, 'x;"two\nlines, ""quoted""";1;2', ";"],
      [`${columns.replaceAll(",", "\t")}\r`, 'x\t"two\nlines, ""quoted"""\t1\t2\r\r', "\\t"],
      [`${columns.replaceAll(",", "|")}\n\n`, '\nx|"two\nlines, ""quoted"""|1|2\n\n\n', "|"],
    ];
    for (const [head, row, delimiter] of files) {
      const { status, body } = await upload(system, {
        file: head + row,
        fields: { delimiter },
        path: "/panic-api/v1/predefinedlocations/upload",
      });
      expect(status).toBe(202);
      await system.drain();
      expect(await readImport(system, body.importId)).toMatchObject({
        state: "done",
        rowsRead: 1,
        errors: [],
      });
      expect(await listPlaces(system)).toMatchObject([
        { externalReferenceId: "x", locationIdentifier: 'two\nlines, "quoted"' },
      ]);
    }
  });

  test("with every column, by its newer or older name, in any order and letters; others are left out and said so", async () => {
    const [customerId = 0] = await addCustomers(system, 1);
    const head = [
      "colour",
      "LATITUDE",
      " longitude ",
      "externalReferenceId",
      "name",
      "address",
      "customerId",
      "calloutLocationTypeId",
      "w3w",
      "locationDescription",
      "locationAdditionalInformation",
      "",
    ];
    const row = [
      "red",
      "-26.100",
      "+28.0",
      "every",
      "The name",
      "1 Long Street",
      String(customerId),
      "3",
      "a.b.c",
      "about",
      "gate code =1+1",
      "",
    ];
    const done = await importFile(system, csv(head, row));
    expect(done).toMatchObject({ state: "done", ignoredColumns: ["colour", ""] });
    expect(await listPlaces(system)).toMatchObject([
      {
        externalReferenceId: "every",
        locationIdentifier: "The name",
        formattedAddress: "1 Long Street",
        latitude: "-26.100",
        longitude: "+28.0",
        customerId,
        calloutLocationTypeId: 3,
        w3w: "a.b.c",
        locationDescription: "about",
        locationAdditionalInformation: "gate code =1+1",
      },
    ]);
  });

  test("a column that is missing keeps what places have, an empty cell clears it", async () => {
    await importFile(system, csv([...header, "w3w", "duressCode"], ["kept", "K", "1", "2", "a.b.c", "4711"]));
    const hash = async () =>
      (
        await system.context.db.query<{ hash: string | null }>({
          text: "select duress_code_hash as hash from fixed_location where external_reference_id = 'kept' and deleted_at is null",
        })
      )[0]?.hash;
    const set = await hash();
    expect(set).toMatch(/^scrypt\$/);
    expect(await importFile(system, csv(header, ["kept", "K", "1", "2"]))).toMatchObject({ unchanged: 1 });
    expect(await importFile(system, csv([...header, "w3w"], ["kept", "K", "1", "2", ""]))).toMatchObject({
      updated: 1,
    });
    expect(await listPlaces(system)).toMatchObject([{ w3w: null }]);
    expect(await hash()).toBe(set);
    expect(
      await importFile(system, csv([...header, "duressCode"], ["kept", "K", "1", "2", ""])),
    ).toMatchObject({ updated: 1 });
    expect(await hash()).toBeNull();
  });

  test("dryRun tells the same and changes nothing", async () => {
    await importFile(system, csv(header, ["stays", "S", "1", "2"], ["goes", "G", "1", "2"]));
    const before = await listPlaces(system);
    const file = csv(header, ["stays", "changed", "1", "2"], ["comes", "C", "1", "2"]);
    const dry = await importFile(system, file, { dryRun: "true" });
    expect(dry).toMatchObject({
      state: "done",
      dryRun: true,
      created: 1,
      updated: 1,
      unchanged: 0,
      deleted: 1,
    });
    expect(await listPlaces(system)).toEqual(before);
    expect(await importFile(system, file)).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 0,
      deleted: 1,
    });
  });

  test("the bytes are kept until the file is worked through, and not longer", async () => {
    const chunks = async () =>
      system.context.db.query({ text: "select import_id from location_import_chunk" });
    const { body } = await upload(system, { file: csv(header, ["kept", "K", "1", "2"]) });
    expect(await chunks()).toEqual([{ import_id: body.importId }]);
    await system.drain();
    expect(await chunks()).toEqual([]);
  });

  test("under an Idempotency-Key the same file is taken once, and another one is refused", async () => {
    const headers = { "idempotency-key": "one" };
    const file = csv(header, ["keyed", "K", "1", "2"]);
    const first = await upload(system, { file, headers });
    const again = await upload(system, { file, headers });
    expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
    const other = await upload(system, { file: `${file} `, headers });
    expect([other.status, other.headers["x-error-code"]]).toEqual([409, "idempotency-key-reused"]);
  });

  test("files of one tenant are worked through in the order in which they came", async () => {
    for (const name of ["first", "second", "third"])
      await upload(system, { file: csv(header, ["ordered", name, "1", "2"]) });
    await system.drain();
    expect(await listPlaces(system)).toMatchObject([
      { externalReferenceId: "ordered", locationIdentifier: "third" },
    ]);
  });
});
