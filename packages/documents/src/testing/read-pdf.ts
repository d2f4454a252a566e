import { inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";

/** An element of the document's structure, as a screen reader meets it. */
export interface Element {
  readonly role: string;
  readonly alt: string | undefined;
  readonly children: readonly Element[];
}

export interface ReadPdf {
  /** The text of each page, its lines joined by spaces. */
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly showsTitle: boolean;
  readonly tagged: boolean;
  readonly outline: readonly string[];
  /** Of each page, what begins there. */
  readonly structure: readonly Element[];
  /** What is said in place of letters that stand in another order. */
  readonly actualTexts: readonly string[];
  /** The file as it is, one character a byte. */
  readonly source: string;
}

type Settings = Readonly<Record<string, unknown>> | null;

interface StructTreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructTreeNode[];
}

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, string> };
  const preferences = (await document.getViewerPreferences()) as unknown as Settings;
  const marks = (await document.getMarkInfo()) as unknown as Settings;
  const outline = (await document.getOutline()) as readonly { title: string }[] | null;
  const pages: string[] = [];
  const structure: Element[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")).join(""));
    const tree = (await page.getStructTree()) as StructTreeNode | null;
    structure.push(...(tree?.children ?? []).map(toElement));
  }
  const source = pdf.toString("latin1");
  return {
    pages,
    title: info.Title ?? "",
    language: info.Language ?? "",
    showsTitle: preferences?.DisplayDocTitle === true,
    tagged: marks?.Marked === true,
    outline: (outline ?? []).map(({ title }) => title),
    structure,
    actualTexts: [...source.matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, text = ""]) =>
      decode(text),
    ),
    source,
  };
}

/** What is done to draw the pages, one operator after the other, with what it is given. */
export function operatorsOf(pdf: Buffer): readonly string[] {
  return streams(pdf)
    .filter((stream) => stream.startsWith("1 0 0 -1 0 "))
    .flatMap((stream) => stream.split("\n"));
}

export function flatten(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}

function toElement({ role = "", alt, children = [] }: StructTreeNode): Element {
  return { role, alt, children: children.filter((child) => child.role).map(toElement) };
}

function streams(pdf: Buffer): readonly string[] {
  const source = pdf.toString("latin1");
  return [...source.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map((found) => {
    const from = found.index + found[0].length;
    return inflateSync(pdf.subarray(from, source.indexOf("\nendstream", from))).toString("latin1");
  });
}

/** A string of the file: escaped, and UTF-16 when it is not plain. */
function decode(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const bytes = Buffer.from(
    text.replaceAll(/\\([\s\S])/g, (_, each: string) => escapes[each] ?? each),
    "latin1",
  );
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
  return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
}
