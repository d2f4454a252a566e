/** A Noto family as its package ships it: one variable font cut into files by script. */
export interface FontFamily {
  /** `noto-sans-arabic`: package name and beginning of each file name. */
  readonly name: string;
  /** The files to use, in the package's own words; null: every one that is not for a Latin script's sake. */
  readonly subsets: readonly string[] | null;
}

const scripts: readonly FontFamily[] = [
  {
    name: "noto-sans",
    subsets: [
      "latin",
      "latin-ext",
      "vietnamese",
      "greek",
      "greek-ext",
      "cyrillic",
      "cyrillic-ext",
      "devanagari",
    ],
  },
  { name: "noto-sans-arabic", subsets: ["arabic"] },
  { name: "noto-sans-hebrew", subsets: ["hebrew"] },
  { name: "noto-sans-armenian", subsets: ["armenian"] },
  { name: "noto-sans-georgian", subsets: ["georgian"] },
  { name: "noto-sans-ethiopic", subsets: ["ethiopic"] },
  { name: "noto-sans-bengali", subsets: ["bengali"] },
  { name: "noto-sans-tamil", subsets: ["tamil"] },
  { name: "noto-sans-thai", subsets: ["thai"] },
];

const chinese: FontFamily = { name: "noto-sans-sc", subsets: null };
const japanese: FontFamily = { name: "noto-sans-jp", subsets: null };
const korean: FontFamily = { name: "noto-sans-kr", subsets: null };

/**
 * Every family, the one to ask first in front. Chinese, Japanese and Korean share characters that each draws
 * differently; which of them a text is written in shows in its kana or its Hangul.
 */
export function familiesFor(text: string): readonly FontFamily[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [...scripts, japanese, chinese, korean];
  if (/\p{Script=Hangul}/u.test(text)) return [...scripts, korean, chinese, japanese];
  return [...scripts, chinese, japanese, korean];
}
