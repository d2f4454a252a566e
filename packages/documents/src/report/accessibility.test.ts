import { beforeAll, expect, it } from "vitest";
import { type Element, flatten, operatorsOf, type ReadPdf, readPdf } from "../testing/read-pdf.ts";
import { sampleReport } from "../testing/sample-report.ts";
import { worldReport } from "../testing/world-report.ts";
import { reportPdf } from "./report-pdf.ts";

let pdf: ReadPdf;
let elements: readonly Element[];
beforeAll(async () => {
  pdf = await readPdf(await reportPdf(sampleReport));
  elements = flatten(pdf.structure);
});

const count = (role: string) => elements.filter((element) => element.role === role).length;

it("says that it is tagged, in which language it is, and shows its title", () => {
  expect(pdf).toMatchObject({
    tagged: true,
    language: "en",
    title: "Report of callout 100234",
    showsTitle: true,
  });
});

it("has one title, and a heading for each section", () => {
  const headings = elements.map(({ role }) => role).filter((role) => /^H\d?$/.test(role));
  expect(headings).toEqual(["H1", ...Array.from({ length: 8 }, () => "H2")]);
  expect(count("Sect")).toBeGreaterThanOrEqual(8);
});

it("tells of each cell of a table what it is the head of, or that it is none", () => {
  // summary, times, responders, exception reasons, timeline
  expect(count("Table")).toBe(5);
  const columnHeads = 4 + 6 + 3 + 5;
  const rowHeads = 8 + 5 + sampleReport.responders.length;
  expect(pdf.source.match(/\/Scope \/Column/g)).toHaveLength(columnHeads);
  expect(pdf.source.match(/\/Scope \/Row/g)).toHaveLength(rowHeads);
  expect(count("TH")).toBe(columnHeads + rowHeads);
  const rows = elements.filter(({ role }) => role === "TR");
  const inTimeline = rows.filter(({ children }) => children.length === 5);
  expect(inTimeline).toHaveLength(1 + sampleReport.timeline.length);
});

it("describes the map to who can't see it, and says where on the page it is", () => {
  const [figure, ...others] = elements.filter(({ role }) => role === "Figure");
  expect(others).toEqual([]);
  expect(figure?.alt).toContain("Map of the place at 33.92487° S, 18.42406° E.");
  expect(figure?.alt).toContain("Омар Хасан (BRAVO-7) went from");
  expect(pdf.source).toMatch(/\/BBox \[48 /);
});

it.each([
  ["an everyday report", sampleReport],
  ["a long one", worldReport],
])("draws nothing that is neither tagged nor decoration: %s", async (_, report) => {
  const operators = operatorsOf(await reportPdf(report));
  let depth = 0;
  const bare: string[] = [];
  for (const operator of operators) {
    if (/ (BDC|BMC)$/.test(operator)) depth += 1;
    else if (operator === "EMC") depth -= 1;
    else if (depth === 0 && /(^|\s)(TJ|Tj|f\*?|F|S|s|B\*?|b\*?|Do|sh)$/.test(operator)) bare.push(operator);
  }
  expect(depth).toBe(0);
  expect(operators.filter((operator) => operator.endsWith("TJ")).length).toBeGreaterThan(100);
  expect(bare).toEqual([]);
});

it("has every font in it", () => {
  const used = pdf.source.match(/\/Type \/FontDescriptor/g) ?? [];
  const embedded = pdf.source.match(/\/FontFile2 /g) ?? [];
  expect(used.length).toBeGreaterThan(1);
  expect(embedded).toHaveLength(used.length);
  expect(pdf.source).not.toMatch(/\/Subtype \/Type1/);
});

it("keeps the words of one line apart from those of the next", () => {
  // "…back door" ends a line
  expect(pdf.pages.join("")).not.toContain("doorforced");
});
