import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPhoneNumber } from "./phone-number.ts";

describe("readPhoneNumber", () => {
  test.each([
    ["international", "+27821234567", "ZA", "+27821234567"],
    ["national", "0821234567", "ZA", "+27821234567"],
    ["as people write it", " (082) 123-4567 ", "ZA", "+27821234567"],
    ["with the prefix for abroad", "0044 20 7946 0018", "ZA", "+442079460018"],
    ["with the country code and no plus", "27821234567", "ZA", "+27821234567"],
    ["national in another region", "020 7946 0018", "GB", "+442079460018"],
    ["international, whatever the region", "+1 415 555 2671", "GB", "+14155552671"],
    ["international in a region without numbers of its own", "+27821234567", "AQ", "+27821234567"],
    ["in a range that nobody has assigned", "+1 555 555 0123", "US", "+15555550123"],
    ["copied from an address book, marks and all", "\u202a+27 82 123 4567\u202c", "ZA", "+27821234567"],
    ["with spaces of no width", "\ufeff082\u200b123\u20604567", "ZA", "+27821234567"],
    ["in other digits", "٠٨٢١٢٣٤٥٦٧", "ZA", "+27821234567"],
  ])("%s", (_title, text, region, e164) => {
    expect(readPhoneNumber(text, region)).toEqual({ e164 });
  });

  test.each([
    ["letters", "call me", "ZA", "must be a telephone number"],
    ["a number in a sentence", "call 0821234567 now", "ZA", "must be a telephone number"],
    ["nothing", "", "ZA", "must be a telephone number"],
    ["nothing that can be seen", "\u202a\u202c", "ZA", "must be a telephone number"],
    ["too short", "+27821", "ZA", "number of digits"],
    ["much too short", "1", "ZA", "too few digits"],
    ["too long", "+2782123456789", "ZA", "number of digits"],
    ["much too long", "+27821234567890123456", "ZA", "too many digits"],
    ["a country code that is none", "+999821234567", "ZA", "country code"],
    ["national in a region without numbers of its own", "0821234567", "AQ", "country code"],
    ["an extension", "0821234567 ext. 12", "ZA", "extension"],
  ])("refuses %s", (_title, text, region, problem) => {
    expect(readPhoneNumber(text, region)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test("what it gave reads back as itself, in every region", () => {
    const digits = fc.stringMatching(/^[0-9]{6,12}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom("ZA", "GB", "US", "IT"), fc.boolean(), (number, region, abroad) => {
        const reading = readPhoneNumber(`${abroad ? "+" : ""}${number}`, region);
        if ("problem" in reading) return;
        expect(reading.e164).toMatch(/^\+[1-9][0-9]{4,17}$/);
        for (const other of [region, "ZA", "AQ"])
          expect(readPhoneNumber(reading.e164, other)).toEqual(reading);
      }),
    );
  });

  test("whatever text comes, it is read or refused, never thrown", () => {
    const characters = fc.constantFrom(...Array.from("0123456789+()-./ ;=ext#A٠\0"));
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 64 }), (text) => {
        const reading = readPhoneNumber(text, "ZA");
        expect(Object.keys(reading)).toHaveLength(1);
      }),
    );
  });
});
