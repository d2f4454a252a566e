import { expect, it } from "vitest";
import { namesOfTheWorld } from "../testing/world-report.ts";
import { openFonts } from "./fonts.ts";
import { layOutText } from "./lay-out-text.ts";

it("opens one file for a report in English", async () => {
  const fonts = await openFonts("Two people inside, back door forced (2.3 km, 50 % …) – “wait”");
  expect(fonts.map(({ regular }) => regular.key)).toEqual(["noto-sans-latin regular"]);
});

it.each(namesOfTheWorld)("has every letter of %s, in regular and in bold", async (name) => {
  const fonts = await openFonts(name);
  for (const weight of ["regular", "bold"] as const) {
    const runs = layOutText(name, fonts, { weight, voice: "given" }).flatMap((line) => line.runs);
    const glyphs = runs.flatMap(({ font, text }) => font.font.layout(text, []).glyphs);
    expect(glyphs.length).toBeGreaterThan(2);
    expect(glyphs.every(({ id }) => id > 0)).toBe(true);
  }
});

it("draws Japanese names with Japanese characters and Chinese ones with Chinese", async () => {
  const families = async (text: string) => {
    const fonts = await openFonts(text);
    return fonts.map(({ regular }) => regular.key.replace(/-\w+ regular$/, "")).slice(1);
  };
  expect(new Set(await families("直樹さん"))).toEqual(new Set(["noto-sans-jp"]));
  expect(new Set(await families("直樹"))).toEqual(new Set(["noto-sans-sc"]));
  expect(new Set(await families("김 直"))).toEqual(new Set(["noto-sans-kr"]));
});

it("shows that a character is there which no font has, and keeps the text", async () => {
  const text = "Shop 🏪 1";
  const [line] = layOutText(text, await openFonts(text), { weight: "regular", voice: "given" });
  expect(line?.runs.map((run) => run.text).join("")).toBe("Shop \uFFFD 1");
  expect(line).toMatchObject({ text, plain: false });
});
