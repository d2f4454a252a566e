/**
 * Whether an Accept header wants a PDF rather than JSON, which is what everybody gets who does not say. Who names PDF and
 * adds a wildcard, as some libraries always do, has said it; who names both alike has not.
 */
export function prefersPdf(accept: string | string[] | undefined): boolean {
  const ranges = [accept ?? []].flat().join(",").split(",").map(readRange);
  const find = (type: string): Range | undefined => ranges.find((range) => range.type === type);
  const pdf = find("application/pdf");
  const json = find("application/json");
  const other = find("application/*") ?? find("*/*");
  const pdfWeight = (pdf ?? other)?.weight ?? 0;
  const jsonWeight = (json ?? other)?.weight ?? 0;
  const isNamedAlone = pdf !== undefined && json === undefined;
  return pdfWeight > jsonWeight || (isNamedAlone && pdfWeight > 0 && pdfWeight === jsonWeight);
}

interface Range {
  readonly type: string;
  /** From 0, never, to 1. */
  readonly weight: number;
}

function readRange(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice("q=".length);
  return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
