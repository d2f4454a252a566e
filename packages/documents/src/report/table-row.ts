import type { Line } from "../text/lay-out-text.ts";
import { beginning, drawLine, linesOf } from "./draw-text.ts";
import { addElement, decorate, type Paper, type Structure, startPage } from "./paper.ts";
import { cellLooks, colors, lineHeight, type TextLook } from "./styles.ts";

/** The paragraphs of one cell. */
export type Cell = readonly Passage[];

interface Passage {
  readonly text: string;
  readonly look: CellLook;
}

type CellLook = (typeof cellLooks)[keyof typeof cellLooks];

export function cell(text: string, look: CellLook = cellLooks.plain): Cell {
  return [{ text, look }];
}

/** Where a column is, in points. */
export interface Place {
  readonly x: number;
  readonly width: number;
}

/** Around the text of a cell. */
export const padding = 3;
/** All cells have letters of one size. */
export const lineStep = lineHeight(cellLooks.plain);

export interface Row {
  readonly places: readonly Place[];
  readonly cells: readonly Cell[];
  readonly firstIsHead: boolean;
  /** What stands above the rows on every page. */
  readonly onNewPage: () => void;
}

/** A cell with its lines, those already drawn taken away. */
interface OpenCell extends Place {
  readonly element: Structure;
  lines: readonly { readonly line: Line; readonly look: TextLook }[];
}

/** Draws a row on one page if it can be, else as much as there is room for and the rest on the next. */
export function drawRow(
  paper: Paper,
  table: Structure,
  { places, cells, firstIsHead, onNewPage }: Row,
): void {
  const row = addElement(paper, table, "TR");
  const open = places.map(({ x, width }, index): OpenCell => {
    const head = firstIsHead && index === 0;
    const element = head ? addElement(paper, row, "TH", { scope: "Row" }) : addElement(paper, row, "TD");
    const inner = { x: x + padding, width: width - 2 * padding };
    const lines = (cells[index] ?? []).flatMap(({ text, look }) =>
      linesOf(paper, text, look, inner.width).map((line) => ({ line, look })),
    );
    return { ...inner, element, lines };
  });
  const height = linesLeft(open) * lineStep + 2 * padding;
  const highest = (paper.bottom - paper.top) / 2;
  if (paper.y + Math.min(height, highest) > paper.bottom) {
    startPage(paper);
    onNewPage();
  }
  drawPart(paper, open);
  while (linesLeft(open) > 0) {
    startPage(paper);
    onNewPage();
    drawPart(paper, open);
  }
}

function linesLeft(cells: readonly OpenCell[]): number {
  return Math.max(0, ...cells.map(({ lines }) => lines.length));
}

/** Draws as many lines of each cell as the page has room for, and takes them away. */
function drawPart(paper: Paper, cells: readonly OpenCell[]): void {
  const top = paper.y + padding;
  const fitting = Math.floor((paper.bottom - padding - top) / lineStep);
  const drawn = Math.min(Math.max(1, fitting), linesLeft(cells));
  for (const open of cells) {
    for (const [index, { line, look }] of open.lines.slice(0, drawn).entries()) {
      const x = beginning(line, open.x, open.width, look);
      drawLine(paper, open.element, line, [x, top + index * lineStep], look);
    }
    open.lines = open.lines.slice(drawn);
  }
  const rule = top + drawn * lineStep + padding;
  decorate(paper, (pdf) =>
    pdf
      .moveTo(paper.left, rule)
      .lineTo(paper.left + paper.width, rule)
      .lineWidth(0.5)
      .strokeColor(colors.rule)
      .stroke(),
  );
  paper.y = rule;
}
