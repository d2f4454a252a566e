/** A family of fonts as its package ships it, cut into files by script. */
export interface FontFamily {
  /** `noto-sans-hebrew`: package name and beginning of each file name. */
  readonly name: string;
  /** One file for all weights; else each weight has its own. */
  readonly variable: boolean;
  /** The files to use, in the package's own words; null: every one that is not for a Latin script's sake. */
  readonly subsets: readonly string[] | null;
  /** The OpenType features that are kept; null: all. */
  readonly features: readonly string[] | null;
}

const noto = (name: string, subsets: readonly string[] | null): FontFamily => {
  return { name, subsets, variable: true, features: null };
};

/** Noto takes ẹ and ṣ apart (`ccmp`) into glyphs that stand for no letter, so that copied text would lack them. */
const withoutCompositions = ["kern", "mark", "mkmk"];

const scripts: readonly FontFamily[] = [
  {
    ...noto("noto-sans", [
      "latin",
      "latin-ext",
      "vietnamese",
      "greek",
      "greek-ext",
      "cyrillic",
      "cyrillic-ext",
    ]),
    features: withoutCompositions,
  },
  noto("noto-sans", ["devanagari"]),
  // Noto's Arabic draws dots apart from their letter, so that copied text would have the wrong letters.
  { name: "ibm-plex-sans-arabic", subsets: ["arabic"], variable: false, features: null },
  noto("noto-sans-hebrew", ["hebrew"]),
  noto("noto-sans-armenian", ["armenian"]),
  noto("noto-sans-georgian", ["georgian"]),
  noto("noto-sans-ethiopic", ["ethiopic"]),
  noto("noto-sans-bengali", ["bengali"]),
  noto("noto-sans-tamil", ["tamil"]),
  noto("noto-sans-thai", ["thai"]),
];

const chinese = noto("noto-sans-sc", null);
const japanese = noto("noto-sans-jp", null);
const korean = noto("noto-sans-kr", null);

/**
 * Every family, the one to ask first in front. Chinese, Japanese and Korean share characters that each draws
 * differently; which of them a text is written in shows in its kana or its Hangul.
 */
export function familiesFor(text: string): readonly FontFamily[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [...scripts, japanese, chinese, korean];
  if (/\p{Script=Hangul}/u.test(text)) return [...scripts, korean, chinese, japanese];
  return [...scripts, chinese, japanese, korean];
}
