import { SaxesParser, type SaxesTagPlain } from "saxes";

interface Element {
  readonly name: string;
  readonly attributes: SaxesTagPlain["attributes"];
  readonly children: Element[];
  text: string;
}

/**
 * What OGC 07-147r2 (KML 2.2) lets the elements that we write hold, in its order: the part of its schema that they are held to.
 * `*` any number, `?` at most one; text alone where nothing is listed.
 */
const schema: Readonly<Record<string, RegExp>> = {
  kml: /^(Document )$/,
  Document: /^(name )?(Placemark )*$/,
  Placemark: /^(name )?(Polygon |MultiGeometry )$/,
  MultiGeometry: /^(Polygon )*$/,
  Polygon: /^(outerBoundaryIs )(innerBoundaryIs )*$/,
  outerBoundaryIs: /^(LinearRing )$/,
  innerBoundaryIs: /^(LinearRing )$/,
  LinearRing: /^(coordinates )$/,
  name: /^$/,
  coordinates: /^$/,
};

type Position = readonly [longitude: number, latitude: number];

export interface ReadPlacemark {
  readonly id: string | undefined;
  readonly name: string;
  /** Each the outer ring, then the holes. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

/** Reads a KML document strictly. @throws when it is no well-formed XML, or breaks the structure that KML 2.2 asks for */
export function readKml(text: string): readonly ReadPlacemark[] {
  const kml = parse(text);
  if (kml.name !== "kml" || kml.attributes.xmlns !== "http://www.opengis.net/kml/2.2")
    throw new Error(`the root is ${kml.name} of ${String(kml.attributes.xmlns)}`);
  check(kml);
  const ids = find(kml, "Placemark").map(({ attributes }) => attributes.id);
  if (new Set(ids).size < ids.length) throw new Error("two placemarks have one id");
  return find(kml, "Placemark").map((placemark) => ({
    id: placemark.attributes.id,
    name: placemark.children.find(({ name }) => name === "name")?.text ?? "",
    polygons: find(placemark, "Polygon").map((polygon) => find(polygon, "coordinates").map(readRing)),
  }));
}

function parse(text: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (more) => {
    const element = open.at(-1);
    if (element) element.text += more;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [first] = root.children;
  if (!first) throw new Error("there is no element");
  return first;
}

function check({ name, children, text }: Element): void {
  const form = schema[name];
  const held = children.map((child) => `${child.name} `).join("");
  if (!form?.test(held)) throw new Error(`${name} holds: ${held}`);
  if (children.length > 0 && text.trim() !== "") throw new Error(`${name} holds text: ${text.trim()}`);
  for (const child of children) check(child);
}

function find(element: Element, name: string): Element[] {
  if (element.name === name) return [element];
  return element.children.flatMap((child) => find(child, name));
}

/** Tuples of two or three decimal numbers without white space inside, white space between; the last is the first again. */
function readRing({ text }: Element): readonly Position[] {
  const tuples = text.trim().split(/\s+/);
  const ring = tuples.map((tuple): Position => {
    if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(tuple)) throw new Error(`no position: ${tuple}`);
    const [longitude = Number.NaN, latitude = Number.NaN] = tuple.split(",").map(Number);
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new Error(`not on earth: ${tuple}`);
    return [longitude, latitude];
  });
  if (ring.length < 4 || tuples[0] !== tuples.at(-1)) throw new Error(`no closed ring: ${text}`);
  return ring;
}
