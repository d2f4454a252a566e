import { drawMap, mapWidth } from "../map/draw-map.ts";
import type { MapInput } from "../map/map-input.ts";
import { drawParagraph } from "./draw-text.ts";
import { makeRoom, type Paper, type Structure } from "./paper.ts";
import type { ReportData } from "./report-data.ts";
import { drawSection } from "./section.ts";
import { looks } from "./styles.ts";
import { positionText } from "./words.ts";

/** Width to height. */
const proportions = { width: 500, height: 275 };

export function drawTrack(paper: Paper, root: Structure, report: ReportData): void {
  const input = mapInput(report);
  const drawing = drawMap(input, proportions, paper.fonts);
  const scale = paper.width / mapWidth;
  const height = drawing.height * scale;
  drawSection(paper, root, "Track", height + 20, (section) => {
    makeRoom(paper, height);
    const { pdf, left, y } = paper;
    const corners = [left, y, left + paper.width, y + height] as const;
    const figure = pdf.struct("Figure", { alt: describe(input), bbox: corners });
    section.add(figure);
    figure.add(() => {
      pdf.save().translate(left, y).scale(scale).lineJoin("round").lineCap("round");
      for (const { path, fill, stroke, strokeWidth = 1, dash } of drawing.shapes) {
        pdf.lineWidth(strokeWidth);
        if (dash) pdf.dash(dash[0], { space: dash[1] });
        else pdf.undash();
        pdf.path(path);
        if (fill && stroke) pdf.fillAndStroke(fill, stroke);
        else if (fill) pdf.fill(fill);
        else if (stroke) pdf.stroke(stroke);
      }
      pdf.restore();
    });
    figure.end();
    paper.y += height + 4;
    drawParagraph(
      paper,
      section,
      "Reported positions on a coordinate grid, joined by straight lines; no roads are shown.",
      looks.small,
    );
  });
}

function mapInput({ place, earlierPlaces, responders }: ReportData): MapInput {
  const tracks = responders.map(({ name, callSign, track }) => ({
    name: callSign ? `${name} (${callSign})` : name,
    points: track,
  }));
  return { place, points: earlierPlaces, tracks };
}

/** What the map shows, for who can't see it. */
function describe({ place, points, tracks }: MapInput): string {
  const travelled = tracks.filter((track) => track.points.length > 0);
  const parts = travelled.map(({ name, points }) => {
    const [first, last] = [points.at(0), points.at(-1)];
    return first && last
      ? `${name} went from ${positionText(first)} to ${positionText(last)}, ${points.length} positions.`
      : "";
  });
  return [
    place ? `Map of the place at ${positionText(place)}.` : "Map; the place is not known.",
    ...(points.length > 0 ? [`It was given ${points.length} times elsewhere before.`] : []),
    ...(parts.length > 0 ? parts : ["No responder's positions are known."]),
  ].join(" ");
}
