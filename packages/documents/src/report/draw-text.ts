import { type Line, layOutText } from "../text/lay-out-text.ts";
import { addElement, makeRoom, type Paper, type Structure, useFont } from "./paper.ts";
import { ascent, lineHeight, type TextLook } from "./styles.ts";

/** In points from the upper left corner of the page. */
type Point = readonly [x: number, y: number];

/** Breaks a text into lines of at most `width` points. */
export function linesOf({ fonts }: Paper, text: string, look: TextLook, width: number): readonly Line[] {
  const { size, weight, voice } = look;
  return layOutText(text, fonts, { weight, voice, widest: width / size });
}

/** Draws a line as content of `element`, `at` being its upper left corner. */
export function drawLine(paper: Paper, element: Structure, line: Line, at: Point, look: TextLook): void {
  if (line.runs.length === 0) return;
  const draw = () => drawLetters(paper, line, at, look);
  // Where letters stand in another order than they are read, the text itself goes along for who has it read out.
  element.add(line.plain ? draw : paper.pdf.struct("Span", { actual: line.text }, draw));
}

/** Draws a line's letters with no element around them: inside one that is open, or as decoration. */
export function drawLetters(paper: Paper, line: Line, at: Point, look: TextLook): void {
  const [left, top] = at;
  let pen = left;
  paper.pdf.fillColor(look.color);
  for (const run of line.runs) {
    useFont(paper, run.font, look.size);
    paper.pdf.text(run.text, pen, top + ascent(look), {
      lineBreak: false,
      baseline: "alphabetic",
      // By itself pdfkit shapes word by word, from left to right; with a list of features it shapes all at once.
      ...(run.rightToLeft ? { features: [] } : {}),
    });
    pen += run.width * look.size;
  }
}

/** Where a line of a block begins: at its left edge, or so that it ends at the right one. */
export function beginning(
  { fromRight, width }: Line,
  left: number,
  blockWidth: number,
  look: TextLook,
): number {
  return fromRight ? left + blockWidth - width * look.size : left;
}

/** A paragraph over the whole width, or a part of it; goes on over pages. */
export function drawParagraph(
  paper: Paper,
  parent: Structure,
  text: string,
  look: TextLook,
  tag = "P",
): void {
  const element = addElement(paper, parent, tag);
  for (const line of linesOf(paper, text, look, paper.width)) {
    makeRoom(paper, lineHeight(look));
    drawLine(paper, element, line, [beginning(line, paper.left, paper.width, look), paper.y], look);
    paper.y += lineHeight(look);
  }
  element.end();
}
