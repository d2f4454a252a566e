/** A weak entity tag over any short text: equal texts, equal answers. */
export function weakEtag(print: string): string {
  return `W/"${print}"`;
}

/**
 * Whether If-None-Match names this tag: `*`, or any tag of its list by weak comparison (RFC 9110 §13.1.2). Then the client
 * has what we would send.
 */
export function matchesEtag(ifNoneMatch: string | string[] | undefined, etag: string): boolean {
  const field = [ifNoneMatch ?? ""].flat().join(",").trim();
  if (field === "*") return true;
  const tags: readonly string[] = field.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.includes(etag.replace(/^W\//, ""));
}
