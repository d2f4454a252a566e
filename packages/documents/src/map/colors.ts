/** Colours that stay apart for the colour-blind (Okabe and Ito), and dark enough on white. */
const trackColors = ["#0072B2", "#B34A00", "#00785A", "#9A4B80"] as const;

/** With more tracks than colours, the dashes tell them apart. */
const trackDashes = [undefined, [8, 4], [2, 3]] as const;

export const colors = {
  ink: "#1A2230",
  muted: "#566072",
  grid: "#C9D2DD",
  frame: "#8A95A5",
  paper: "#FFFFFF",
  land: "#FFFFFF",
  border: "#B4BFCC",
  sea: "#E4EDF6",
  place: "#C8102E",
} as const;

export function trackLine(index: number): {
  readonly color: string;
  readonly dash?: readonly [number, number];
} {
  const color = trackColors[index % trackColors.length] ?? trackColors[0];
  const dash = trackDashes[Math.floor(index / trackColors.length) % trackDashes.length];
  return dash ? { color, dash } : { color };
}
