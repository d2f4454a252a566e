import { addCustomers, addPlaces, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importFile, listPlaces } from "../testing/upload.ts";

const system = useSystem();
const path = "/v1/predefinedlocations/download";
const header =
  "externalReferenceId,locationIdentifier,locationDescription,locationAdditionalInformation,formattedAddress,w3w,latitude,longitude,customerId,calloutLocationTypeId";
let customerId = 0;

beforeAll(async () => {
  [customerId = 0] = await addCustomers(system, 1);
});

beforeEach(() => system.context.db.query({ text: "delete from fixed_location" }));

function create(body: object): Promise<{ status: number }> {
  return system.request({ method: "POST", path: "/panic-api/v2/predefinedLocations", body });
}

describe("200 is a CSV file of all places", () => {
  test("with a header alone where there are none", async () => {
    const answer = await system.request({ method: "GET", path });
    expect([answer.status, answer.text]).toEqual([200, `${header}\r\n`]);
    expect(answer.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="predefined-locations.csv"',
    });
  });

  test("of the caller's alone, without duress codes, under both paths", async () => {
    await addPlaces(system, 1, "theirs", system.otherPartner);
    await create({
      externalReferenceId: "mine",
      name: "=1+1",
      latitude: "-26.10",
      longitude: 28,
      duressCode: "4711",
    });
    const answer = await system.request({ method: "GET", path: `/panic-api${path}` });
    expect(answer.text).toBe(`${header}\r\n"mine","=1+1",,,,,"-26.10","28",,\r\n`);
  });

  test("page after page, however many there are", async () => {
    await addPlaces(system, 1_203, "many");
    const { text } = await system.request({ method: "GET", path });
    expect(text.split("\r\n")).toHaveLength(1_203 + 2);
  });

  test("that changes nothing when it is sent back, whatever the texts", async () => {
    const any = (maxLength: number) =>
      fc
        .oneof(
          fc.string({ unit: "grapheme", maxLength }),
          fc.string({ unit: "binary", maxLength }),
          fc
            .array(
              fc.constantFrom('"', '""', ",", ";", "\n", "\r", "\r\n", "\t", "=1+1", "\uFEFF", " ", "a", "'"),
              { maxLength: 8 },
            )
            .map((parts) => parts.join("")),
        )
        .filter((text) => text.isWellFormed() && !text.includes("\0"));
    const said = any(20).filter((text) => text.trim() !== "");
    const place = fc.record({
      externalReferenceId: said,
      locationIdentifier: said,
      locationDescription: any(30),
      locationAdditionalInformation: any(30),
      formattedAddress: any(30),
      w3w: any(20),
      latitude: fc.constantFrom("1", "-1.50", "+89.000", "0.0000001"),
      longitude: fc.constantFrom("1", "-179.9"),
      customerId: fc.constantFrom(customerId, null),
      calloutLocationTypeId: fc.constantFrom(1, 6, null),
      duressCode: fc.constantFrom("4711", null),
    });
    const places = fc.uniqueArray(place, {
      minLength: 1,
      maxLength: 4,
      selector: (each) => each.externalReferenceId,
    });
    await fc.assert(
      fc.asyncProperty(places, async (wanted) => {
        await system.context.db.query({ text: "delete from fixed_location" });
        for (const each of wanted) expect((await create(each)).status).toBe(201);
        const before = await listPlaces(system);
        const hashes = { text: "select duress_code_hash from fixed_location order by id" };
        const codes = await system.context.db.query(hashes);
        system.clock.advance({ minutes: 1 });
        const { text } = await system.request({ method: "GET", path });
        const outcome = await importFile(system, text);
        expect(outcome).toMatchObject({
          state: "done",
          created: 0,
          updated: 0,
          unchanged: wanted.length,
          deleted: 0,
        });
        expect(await listPlaces(system)).toEqual(before);
        expect(await system.context.db.query(hashes)).toEqual(codes);
        // and into an empty tenant it brings them back
        await system.context.db.query({ text: "delete from fixed_location" });
        expect(await importFile(system, text)).toMatchObject({ created: wanted.length });
        expect((await system.request({ method: "GET", path })).text).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});
