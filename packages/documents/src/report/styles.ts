import type { Weight } from "../text/font-files.ts";
import type { Voice } from "../text/lay-out-text.ts";

/** Letters of one look; sizes in points. */
export interface TextLook {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly voice: Voice;
}

/** Every colour of letters has a contrast of at least 4.5 : 1 on white. */
export const colors = {
  ink: "#1A2230",
  muted: "#566072",
  rule: "#C9D2DD",
  band: "#F1F4F8",
  warning: "#8A4B00",
  warningBand: "#FFF3DC",
} as const;

const own = { weight: "regular", color: colors.ink, voice: "own" } as const;

export const looks = {
  title: { ...own, size: 20, weight: "bold" },
  subtitle: { ...own, size: 11, color: colors.muted },
  heading: { ...own, size: 12, weight: "bold" },
  warning: { ...own, size: 10, weight: "bold", color: colors.warning },
  body: { ...own, size: 9.5 },
  strongBody: { ...own, size: 9.5, weight: "bold" },
  givenBody: { ...own, size: 9.5, voice: "given" },
  label: { ...own, size: 9.5, color: colors.muted },
  figure: { ...own, size: 16, weight: "bold" },
  small: { ...own, size: 8, color: colors.muted },
  givenSmall: { ...own, size: 8, color: colors.muted, voice: "given" },
} as const satisfies Readonly<Record<string, TextLook>>;

/** Of tables: all of one size, so that every line of a row has the same height. */
export const cellLooks = {
  plain: { ...own, size: 8.5 },
  given: { ...own, size: 8.5, voice: "given" },
  strong: { ...own, size: 8.5, weight: "bold" },
  faint: { ...own, size: 8.5, color: colors.muted },
  givenFaint: { ...own, size: 8.5, color: colors.muted, voice: "given" },
} as const satisfies Readonly<Record<string, TextLook>>;

/** From one line to the next: enough for the marks above and below Thai and Arabic letters. */
export function lineHeight({ size }: TextLook): number {
  return size * 1.42;
}

/** From the top of a line to where its letters stand. */
export function ascent({ size }: TextLook): number {
  return size * 1.07;
}
