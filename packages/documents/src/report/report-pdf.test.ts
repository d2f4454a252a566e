import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type ReadPdf, readPdf } from "../testing/read-pdf.ts";
import { sampleReport } from "../testing/sample-report.ts";
import { namesOfTheWorld, worldReport } from "../testing/world-report.ts";
import { reportPdf } from "./report-pdf.ts";

/** Letters alone: where a line ends, or a space is wider, is not what is asked. */
const squeezed = (text: string) => text.normalize("NFC").replaceAll(/\s/g, "");

describe("an everyday callout", () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await reportPdf(sampleReport));
  });

  it.each([
    "Callout 100234",
    "Harbour Retail, Long Street",
    "112 Long Street, Cape Town City Centre, Cape Town, 8001",
    "STORE-001",
    "33.92487° S, 18.42406° E",
    "Real emergency",
    // raised, in local time and in UTC
    "2026-03-14 18:45:07 +02:00",
    "2026-03-14 16:45:07",
    "Local time (Africa/Johannesburg)",
    "To arrival 6 min 52 s",
    "Омар Хасан",
    "BRAVO-7",
    "Table Bay Armed Response",
    "Offered to Thandi Nkosi, 4 min away (2.3 km)",
    "Called the site. Two people inside, back door forced;",
    "Technical malfunction detected",
    "Keypad in the storeroom",
    "4 out of 5",
    "Quick and friendly.",
    "SHA-256: 9d41f0be 9d41f0be",
    "tocsin verify 100234",
  ])("says: %s", (text) => {
    expect(squeezed(pdf.pages.join(" "))).toContain(squeezed(text));
  });

  it("has number and title, partner and date on every page", () => {
    expect(pdf.pages).toHaveLength(2);
    for (const [index, page] of pdf.pages.entries()) {
      for (const text of [
        `Page ${index + 1} of 2`,
        "Callout 100234",
        "Harbour Retail Group",
        "Issued 2026-03-15",
      ]) {
        expect(squeezed(page)).toContain(squeezed(text));
      }
    }
  });

  it("lists its sections", () => {
    const sections = [
      "Summary",
      "Times",
      "Who went",
      "Exception reasons",
      "Rating",
      "Track",
      "Timeline",
      "Verification",
    ];
    expect(pdf.outline).toEqual(sections);
  });

  it("has no letter that no font had", () => {
    expect(pdf.pages.join("")).not.toContain("\uFFFD");
  });
});

describe("a callout with names from all over the world", () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await reportPdf(worldReport));
  });

  it.each(namesOfTheWorld)("can be searched for %s, or has it read out", (name) => {
    const found = [...pdf.pages, ...pdf.actualTexts]
      .map(squeezed)
      .some((text) => text.includes(squeezed(name)));
    expect(found).toBe(true);
  });

  it("says each line of a right-to-left text as it is read", () => {
    expect(pdf.actualTexts).toContain("متجر الميناء رقم 12 (الطابق B2)");
    expect(pdf.actualTexts).toContain("Offered to محمد عبد الرحمن, 4 min away");
  });

  it("goes on over pages, a row that is longer than one too, with the head on each", () => {
    const words = squeezed(pdf.actualTexts.join("")).match(/doorislocked;/g);
    expect(words).toHaveLength(200);
    for (const page of pdf.pages.slice(3, 5))
      expect(squeezed(page)).toContain("No.LocaltimeWhoWhathappenedHash");
  });

  it("says what was not reached, and that nobody confirmed it", () => {
    const [first = ""] = pdf.pages;
    expect(squeezed(first)).toContain("ArrivedNotreached");
    expect(first).toContain("UNVERIFIED");
    expect(squeezed(pdf.pages.join(""))).toContain("Notrated.");
  });
});

it.each([
  [{ internalTest: true }, "INTERNAL TEST"],
  [{ classification: "TEST" }, "TEST: not an emergency"],
])("does not let a test pass for an emergency: %o", async (change, warning) => {
  const { pages } = await readPdf(await reportPdf({ ...sampleReport, ...change }));
  expect(pages[0]).toContain(warning);
});

it("tells of a callout that nobody went to, from nowhere", async () => {
  const lonely = {
    ...sampleReport,
    site: null,
    place: null,
    customerName: "Zoë",
    responders: [],
    timeline: [],
  };
  const { pages } = await readPdf(await reportPdf(lonely));
  expect(pages.join("")).toContain("Nobody was sent.");
  expect(squeezed(pages.join(""))).toContain("PositionNotknown");
});

it("says that entries are not shown where numbers of the timeline are missing", async () => {
  const partial = {
    ...sampleReport,
    timeline: sampleReport.timeline.filter(({ sequence }) => sequence !== 2),
  };
  expect((await readPdf(await reportPdf(partial))).pages.join("")).toContain("their numbers are missing");
  expect((await readPdf(await reportPdf(sampleReport))).pages.join("")).not.toContain(
    "their numbers are missing",
  );
});

it("is drawn whatever anybody wrote, and holds every word of it", async () => {
  const anything = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
  const letters = (text: string) => text.normalize("NFC").replaceAll(/[^\p{Script=Latin}\d]/gu, "");
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (name, text, quote) => {
      const [entry] = sampleReport.timeline;
      const report = {
        ...sampleReport,
        site: { name, address: quote, externalReferenceId: text },
        timeline: entry ? [{ ...entry, actor: name, text, quote }] : [],
      };
      const { pages, actualTexts } = await readPdf(await reportPdf(report));
      const said = letters([...pages, ...actualTexts].join(""));
      for (const word of [name, text, quote].flatMap((each) => each.split(/\P{Script=Latin}+/u))) {
        expect(said).toContain(letters(word));
      }
    }),
    { numRuns: 10 },
  );
});

it("has the same bytes each time", async () => {
  const [once, again] = [await reportPdf(worldReport), await reportPdf(worldReport)];
  expect(once.equals(again)).toBe(true);
});

it("refuses a time zone that nobody knows", async () => {
  await expect(reportPdf({ ...sampleReport, timeZone: "Atlantis/Port" })).rejects.toThrow(RangeError);
});
