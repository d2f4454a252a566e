import type { Line } from "../text/lay-out-text.ts";
import { drawLetters, drawLine, linesOf } from "./draw-text.ts";
import { addElement, decorate, type Paper, type Structure } from "./paper.ts";
import { cellLooks, colors } from "./styles.ts";
import { type Cell, drawRow, lineStep, type Place, padding } from "./table-row.ts";

export interface Column {
  /** Empty in all columns: then the table has no head. */
  readonly head: string;
  /** Share of the table's width; all shares make 1. */
  readonly share: number;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The first cell of a row says what the row is about. */
  readonly firstIsHead: boolean;
}

type Point = readonly [x: number, y: number];

const look = cellLooks.strong;

/**
 * Draws a table that may go on over pages. Its head is drawn again on each, for the eye alone: a screen reader knows
 * the head of each cell.
 */
export function drawTable(paper: Paper, parent: Structure, { columns, rows, firstIsHead }: Table): void {
  const places = placesOf(paper, columns);
  const table = addElement(paper, parent, "Table");
  if (columns.every(({ head }) => head === "")) {
    for (const cells of rows) drawRow(paper, table, { places, cells, firstIsHead, onNewPage: () => {} });
  } else {
    drawHead(paper, columns, places, headCells(paper, table, columns));
    const body = addElement(paper, table, "TBody");
    const onNewPage = () => drawHead(paper, columns, places, repeatedCell(paper));
    for (const cells of rows) drawRow(paper, body, { places, cells, firstIsHead, onNewPage });
  }
  table.end();
}

function placesOf({ left, width }: Paper, columns: readonly Column[]): readonly Place[] {
  return columns.map(({ share }, index) => {
    const before = columns.slice(0, index).reduce((sum, column) => sum + column.share, 0);
    return { x: left + width * before, width: width * share };
  });
}

type DrawHeadLine = (line: Line, at: Point, column: number) => void;

function headCells(paper: Paper, table: Structure, columns: readonly Column[]): DrawHeadLine {
  const row = addElement(paper, addElement(paper, table, "THead"), "TR");
  const cells = columns.map(() => addElement(paper, row, "TH", { scope: "Column" }));
  return (line, at, column) => {
    const element = cells[column];
    if (element) drawLine(paper, element, line, at, look);
  };
}

function repeatedCell(paper: Paper): DrawHeadLine {
  return (line, at) => decorate(paper, () => drawLetters(paper, line, at, look), "Pagination");
}

function drawHead(
  paper: Paper,
  columns: readonly Column[],
  places: readonly Place[],
  draw: DrawHeadLine,
): void {
  const heads = places.map(({ width }, index) =>
    linesOf(paper, columns[index]?.head ?? "", look, width - 2 * padding),
  );
  const height = Math.max(...heads.map(({ length }) => length)) * lineStep + 2 * padding;
  const top = paper.y;
  decorate(paper, (pdf) => pdf.rect(paper.left, top, paper.width, height).fill(colors.band));
  for (const [column, { x }] of places.entries()) {
    for (const [index, line] of (heads[column] ?? []).entries()) {
      draw(line, [x + padding, top + padding + index * lineStep], column);
    }
  }
  paper.y = top + height;
}
