/** Whether an Accept header wants a PDF rather than JSON, which is what everybody gets who does not say. */
export function prefersPdf(accept: string | string[] | undefined): boolean {
  const ranges = [accept ?? []].flat().join(",").split(",").map(readRange);
  const weightOf = (type: string): number => {
    const [family] = type.split("/");
    const named = ranges.find((range) => range.type === type);
    const general =
      ranges.find((range) => range.type === `${family}/*`) ?? ranges.find(({ type }) => type === "*/*");
    return (named ?? general)?.weight ?? 0;
  };
  return weightOf("application/pdf") > weightOf("application/json");
}

function readRange(text: string): { readonly type: string; readonly weight: number } {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice("q=".length);
  return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
