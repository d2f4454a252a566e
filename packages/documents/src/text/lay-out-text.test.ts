import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOfTheWorld } from "../testing/world-report.ts";
import { cleanText } from "./clean-text.ts";
import { openFonts } from "./fonts.ts";
import { layOutText, type TextForm } from "./lay-out-text.ts";

/** The texts that are drawn, line by line, from left to right. */
async function drawn(text: string, form: Partial<TextForm> = {}): Promise<readonly (readonly string[])[]> {
  const lines = layOutText(text, await openFonts(text), { weight: "regular", voice: "given", ...form });
  return lines.map(({ runs }) => runs.map((run) => run.text));
}

const anyText = fc
  .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...namesOfTheWorld, "\n", " ", ", 12 ")))
  .map((parts) => parts.join(""));
/** Letters are measured before their neighbours are known; so much may these move them. */
const kerning = 0.3;
const voice = fc.constantFrom("own", "given");

describe("of any text, in any voice", () => {
  it("every character is in a line, in the order in which it is read", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, voice, fc.integer({ min: 1, max: 30 }), async (text, voice, widest) => {
        const lines = layOutText(text, await openFonts(text), { weight: "bold", voice, widest });
        const read = lines.map((line) => line.text).join("");
        const control = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\n]/gu;
        expect(read).toBe(cleanText(text).replaceAll(control, ""));
      }),
      { numRuns: 60 },
    );
  });

  it("a line is no wider than it may be, if it has more than one character", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, voice, fc.integer({ min: 2, max: 30 }), async (text, voice, widest) => {
        const lines = layOutText(text, await openFonts(text), { weight: "regular", voice, widest });
        const tooWide = lines.filter(({ width }) => width > widest + kerning);
        for (const { runs } of tooWide)
          expect(runs.map((run) => run.text).join("")).toMatch(/^\P{M}\p{M}*$/u);
      }),
      { numRuns: 60 },
    );
  });
});

it("breaks between words, and a word only where it is wider than a line", async () => {
  expect(await drawn("Back door forced", { widest: 4 })).toEqual([["Back "], ["door "], ["forced"]]);
  expect(await drawn("abcdefghijkl mnop", { widest: 4 })).toEqual([["abcdefg"], ["hijkl "], ["mnop"]]);
  expect(await drawn("北京安保服务", { widest: 2.1 })).toHaveLength(3);
});

it("ends a line where the text does", async () => {
  expect(await drawn("a\n\nb")).toEqual([["a"], [], ["b"]]);
});

it("puts right-to-left words from right to left, and the numbers in them from left to right", async () => {
  expect(await drawn("שלום 123 עולם")).toEqual([["עולם", " ", "123", " ", "שלום"]]);
  expect(await drawn("one שלום two")).toEqual([["one ", "שלום", " two"]]);
});

it("turns brackets round in a right-to-left text", async () => {
  expect(await drawn("(שלום)")).toEqual([["(", "שלום", ")"]]);
  expect(await drawn("שלום (12)")).toEqual([["(", "12", ") ", "שלום"]]);
});

it("keeps the sentence around a name in order, which somebody else's text can't ask for", async () => {
  const sentence = "Offered to שלום, 4 min";
  expect(await drawn(sentence, { voice: "own" })).toEqual([["Offered to ", "שלום", ", 4 min"]]);
  expect(await drawn(sentence, { voice: "given" })).toEqual([["Offered to ", "4", " ,", "שלום", " min"]]);
});

it("starts the lines of a right-to-left paragraph at the right, when there are several", async () => {
  const fonts = await openFonts("שלום עולם");
  const layOut = (widest: number) =>
    layOutText("שלום עולם", fonts, { weight: "regular", voice: "given", widest });
  expect(layOut(3).map(({ fromRight }) => fromRight)).toEqual([true, true]);
  expect(layOut(30).map(({ fromRight }) => fromRight)).toEqual([false]);
});

it.each([
  ["Žižkov, 北京", true],
  ["محمد", false],
  ["प्रिया", false],
  ["น้ำ", false],
])("knows whether the letters of %s stand as they are read: %s", async (text, plain) => {
  const [line] = layOutText(text, await openFonts(text), { weight: "regular", voice: "given" });
  expect(line).toMatchObject({ text, plain });
});
