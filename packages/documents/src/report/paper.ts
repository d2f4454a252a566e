import Document from "pdfkit";
import type { Fonts, OpenFont } from "../text/fonts.ts";

export type Structure = PDFKit.PDFStructureElement;

/** The document while it is written, and how far down the page it has come. */
export interface Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly left: number;
  readonly width: number;
  /** Where a page's content begins and must end. */
  readonly top: number;
  readonly bottom: number;
  y: number;
}

const sideMargin = 48;
const topMargin = 64;
const bottomMargin = 58;

export interface DocumentFacts {
  readonly title: string;
  readonly subject: string;
  readonly issuedAt: Temporal.Instant;
}

/**
 * An empty tagged document. Its facts go into XMP without being escaped (pdfkit 0.20), so they hold no text of others.
 */
export function openPaper({ title, subject, issuedAt }: DocumentFacts, fonts: Fonts): Paper {
  const pdf = new Document({
    size: "A4",
    // Pages are numbered at the end, when it is known how many there are.
    bufferPages: true,
    // The writer breaks pages itself; pdfkit does so below a margin.
    margin: 0,
    autoFirstPage: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en",
    displayTitle: true,
    // No standard font: a document that is kept has its fonts in it.
    font: "",
    info: {
      Title: title,
      Subject: subject,
      Creator: "Tocsin",
      Producer: "Tocsin",
      CreationDate: new Date(issuedAt.epochMilliseconds),
    },
  });
  const { width, height } = pdf.page;
  return {
    pdf,
    fonts,
    left: sideMargin,
    width: width - 2 * sideMargin,
    top: topMargin,
    bottom: height - bottomMargin,
    y: topMargin,
  };
}

export function startPage(paper: Paper): void {
  paper.pdf.addPage();
  paper.y = paper.top;
}

/** Goes to the next page when less than `height` is left on this one. */
export function makeRoom(paper: Paper, height: number): void {
  if (paper.y + height > paper.bottom && paper.y > paper.top) startPage(paper);
}

/** Makes a font the current one, and known to the document the first time. */
export function useFont({ pdf }: Paper, { key, bytes }: OpenFont, size: number): void {
  pdf.registerFont(key, bytes).font(key).fontSize(size);
}

/** Draws what says nothing: screen readers pass over it. */
export function decorate(
  { pdf }: Paper,
  draw: (pdf: PDFKit.PDFDocument) => void,
  type: "Layout" | "Pagination" = "Layout",
): void {
  pdf.markContent("Artifact", { type });
  pdf.save();
  draw(pdf);
  pdf.restore();
  pdf.endMarkedContent();
}

/** Adds an element to the document's structure, inside another one. */
export function addElement(
  paper: Paper,
  parent: Structure,
  tag: string,
  options: PDFKit.Mixins.StructureElementOptions = {},
): Structure {
  const element = paper.pdf.struct(tag, options);
  parent.add(element);
  return element;
}
