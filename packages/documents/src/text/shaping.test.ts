import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import { beforeAll, expect, it } from "vitest";
import { type Fonts, type OpenFont, openFonts } from "./fonts.ts";
import { layOutText } from "./lay-out-text.ts";

/** Words that try the rules of their script: joining, marks, conjuncts, vowels that stand before or around. */
const words = {
  Arabic: "مرحبا الله لا محمد عبدالرحمن الإسكندرية مُحَمَّد القَاهِرَة شَدَّة پاکستان ټول کۆمەڵە ئۇيغۇر",
  Hebrew: "שלום בראשית שָׁלוֹם מִרְיָם ירושלים",
  Devanagari: "नमस्ते क्षत्रिय श्रीमती कृष्ण ज्ञानेश्वर विद्यार्थी स्त्री हिन्दी द्वितीय ट्रक संस्कृति",
  Bengali: "রহিমা খাতুন কৃষ্ণ স্ত্রী শ্রী ক্ষেত্র ঢাকা চট্টগ্রাম কোথায় দৌড়",
  Tamil: "முருகன் செல்வி தமிழ்நாடு ஸ்ரீ கௌரி கொழும்பு",
  Thai: "กรุงเทพมหานคร สวัสดี น้ำ ที่นี่ ผู้ใหญ่ กำลัง",
  Ethiopic: "አበበ ኢትዮጵያ",
  Latin: "ñandú fficher",
} as const;

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts(Object.values(words).join(" "));
});

const cases = Object.entries(words).flatMap(([script, text]) =>
  text.split(" ").map((word) => ({ script, word })),
);

it.each(cases)("$script: shapes $word as HarfBuzz does", ({ word }) => {
  const [line] = layOutText(word, fonts, { weight: "regular", voice: "given" });
  const [run, ...others] = line?.runs ?? [];
  if (!run) throw new Error(`${word} has no letters`);
  expect(others).toEqual([]);
  const { glyphs, positions } = run.font.font.layout(run.text, []);
  const ours = glyphs.map(({ id }, index) => ({ id, ...positions[index] }));
  expect(placed(ours)).toEqual(placed(harfbuzz(run.font, word.normalize("NFC"))));
});

interface Glyph {
  readonly id: number;
  readonly xAdvance?: number;
  readonly xOffset?: number;
  readonly yOffset?: number;
}

function harfbuzz({ bytes }: OpenFont, text: string): readonly Glyph[] {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(new Font(new Face(new Blob(bytes))), buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: id }, index) => ({ id, ...positions[index] }));
}

/** Which glyph stands where; two at one place may come in either order. */
function placed(glyphs: readonly Glyph[]): readonly string[] {
  let pen = 0;
  return glyphs
    .map(({ id, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      const place = `${id} at ${Math.round(pen + xOffset)},${Math.round(yOffset)}`;
      pen += xAdvance;
      return place;
    })
    .toSorted();
}
