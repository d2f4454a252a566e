import { drawParagraph } from "./draw-text.ts";
import { addElement, decorate, makeRoom, type Paper, type Structure } from "./paper.ts";
import { colors, lineHeight, looks } from "./styles.ts";

const spaceAbove = 16;

/**
 * A section with its heading, listed in the outline.
 * @param needed how much of the section must stand under its heading on the same page, in points
 */
export function drawSection(
  paper: Paper,
  root: Structure,
  title: string,
  needed: number,
  draw: (section: Structure) => void,
): void {
  makeRoom(paper, spaceAbove + lineHeight(looks.heading) + 6 + needed);
  paper.y += paper.y > paper.top ? spaceAbove : 0;
  const section = addElement(paper, root, "Sect", { title });
  paper.pdf.outline.addItem(title);
  drawParagraph(paper, section, title, looks.heading, "H2");
  const rule = paper.y + 1;
  decorate(paper, (pdf) =>
    pdf
      .moveTo(paper.left, rule)
      .lineTo(paper.left + paper.width, rule)
      .lineWidth(0.8)
      .strokeColor(colors.rule)
      .stroke(),
  );
  paper.y += 6;
  draw(section);
  section.end();
}
