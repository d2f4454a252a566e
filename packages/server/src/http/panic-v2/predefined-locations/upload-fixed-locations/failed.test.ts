import { addPlaces, raiseCommand, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import { csv, importFile, listPlaces } from "../testing/upload.ts";

const system = useSystem();
const header = ["externalReferenceId", "locationIdentifier", "latitude", "longitude"];
const good = ["good", "G", "1", "2"];
let before: unknown;

beforeAll(async () => {
  await importFile(system, csv(header, good, ["other", "O", "3", "4"]));
  before = await listPlaces(system);
});

/** Imports a file that is wrong, and makes sure that it has changed nothing. */
async function refused(file: string | Uint8Array<ArrayBuffer>, fields = {}) {
  const outcome = await importFile(system, file, fields);
  expect(outcome).toMatchObject({
    state: "failed",
    message: "PREDEFINED_LOCATIONS_SYNC_FAILED",
    created: 0,
    updated: 0,
    unchanged: 0,
    deleted: 0,
  });
  expect(await listPlaces(system)).toEqual(before);
  return outcome.errors as { row: number; field: string; message: string }[];
}

const named = (errors: readonly { row: number; field: string }[]) =>
  errors.map(({ row, field }) => [row, field]);

describe("one bad row, and nothing is changed", () => {
  test("each is named by its row, its column and what would be right", async () => {
    const long = "x".repeat(1024 * 1024);
    const errors = await refused(
      csv(
        [...header, "customerId", "calloutLocationTypeId", "locationDescription"],
        ["new", "N", "1", "2", "", "", ""],
        ["", "N", "91", "x", "", "", ""],
        ["nul", "N", "1", "2", "", "", "a\0b"],
        ["ids", "N", "1", "2", "twelve", "7", ""],
        ["long", "N", "1", "2", "", "", long],
        ["customer", "N", "1", "2", "999999", "", ""],
      ),
    );
    expect(named(errors)).toEqual([
      [3, "externalReferenceId"],
      [3, "latitude"],
      [3, "longitude"],
      [4, "locationDescription"],
      [5, "customerId"],
      [5, "calloutLocationTypeId"],
      [6, "locationDescription"],
      [7, "customerId"],
    ]);
    expect(errors[1]).toEqual({
      row: 3,
      field: "latitude",
      message: "must be decimal degrees from -90 to 90",
    });
    expect(errors[7]).toEqual({ row: 7, field: "customerId", message: "must be one of your customers" });
  });

  test("also one of another tenant's customers", async () => {
    const customerId = String(system.otherPartner.houseAccountId);
    const errors = await refused(csv([...header, "customerId"], [...good, customerId]));
    expect(errors).toEqual([{ row: 2, field: "customerId", message: "must be one of your customers" }]);
  });

  test("rows too short or too long, and blank ones among them are counted as a spreadsheet does", async () => {
    const errors = await refused(`${header.join()}\n\ngood,G,1,2\nshort,S\n\nlong,L,1,2,3\n`);
    expect(errors).toEqual([
      { row: 4, field: "row", message: "has 2 cells, and the header has 4" },
      { row: 6, field: "row", message: "has 5 cells, and the header has 4" },
    ]);
  });

  test("two rows for one place", async () => {
    const errors = await refused(csv(header, good, ["twice", "T", "1", "2"], good, good));
    expect(named(errors)).toEqual([
      [4, "externalReferenceId"],
      [5, "externalReferenceId"],
    ]);
    expect(errors[0]?.message).toBe("is that of row 2 too: a place has one row");
  });

  test("a place that is missing while a callout is active there", async () => {
    const [reference = ""] = await addPlaces(system, 1, "busy");
    await system.context.raises.raise(raiseCommand(system, reference));
    await system.drain();
    before = await listPlaces(system);
    const errors = await refused(csv(header, good));
    expect(errors).toEqual([
      {
        row: 0,
        field: "externalReferenceId",
        message: `"${reference}" is missing in the file, and a callout is active there: it can be deleted when that is closed`,
      },
    ]);
  });

  test("the first hundred errors are listed, and how many more there are", async () => {
    const rows = Array.from({ length: 1_234 }, (_, index) => [`row-${index}`, "N", "91", "2"]);
    const outcome = await importFile(system, csv(header, ...rows));
    expect(outcome).toMatchObject({ state: "failed", errorCount: 1_234, rowsRead: 1_234 });
    expect(outcome.errors).toHaveLength(101);
    expect(outcome.errors.at(-1)).toEqual({
      row: 0,
      field: "errors",
      message: "1134 more errors are not listed here",
    });
  });
});

describe("what is no such file is refused as a whole", () => {
  test.each<
    [what: string, file: string | Uint8Array<ArrayBuffer>, row: number, field: string, message: string]
  >([
    ["nothing", "", 1, "locations", "must have a header row"],
    ["no required column", "externalReferenceId,name,longitude\n", 1, "latitude", "is a required column"],
    ["another delimiter", `${header.join(";")}\na;b;1;2\n`, 1, "externalReferenceId", "is it the delimiter"],
    ["a column twice", `${header.join()},latitude\n`, 1, "latitude", "must be one column"],
    ["a column by both its names", `${header.join()},name,name\n`, 1, "name", "must be one column"],
    [
      "an open quotation mark",
      `${header.join()}\ngood,G,1,2\nx,"open,1,2\n`,
      3,
      "row",
      "opened here and never closed",
    ],
    ["a mark inside a cell", `${header.join()}\nx,5" pipe,1,2\n`, 2, "row", "in quotation marks as a whole"],
    [
      "something behind a closing mark",
      `${header.join()}\nx,"a"b,1,2\n`,
      2,
      "row",
      "after a closing quotation mark",
    ],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x65, 0x00]), 1, "row", "must be saved as UTF-8; it is UTF-16"],
    [
      "another encoding",
      new Uint8Array([...new TextEncoder().encode(`${header.join()}\nx,Caf`), 0xe9, 0x2c, 0x31]),
      2,
      "row",
      "must be saved as UTF-8",
    ],
    [
      "a row without end",
      `${header.join()}\nx,"${"y".repeat(5 * 1024 * 1024)}`,
      2,
      "row",
      "perhaps a quotation mark",
    ],
    ["no row, where there are places", `${header.join()}\n`, 1, "locations", "has no rows"],
  ])("%s", async (_what, file, row, field, message) => {
    const errors = await refused(file);
    expect(errors).toEqual(
      expect.arrayContaining([{ row, field, message: expect.stringContaining(message) }]),
    );
  });
});
