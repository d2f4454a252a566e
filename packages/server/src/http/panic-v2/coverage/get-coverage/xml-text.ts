/** Control characters, most of which XML 1.0 has no way to write, not even as a reference; but for white space. */
const unwritable = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  // or it would come back as a line feed
  "\r": "&#13;",
};

/** The text of an element. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, "\uFFFD")
    .replaceAll(/[&<>\r]/g, (character) => entities[character] ?? character);
}

/** A number without an exponent, which not every reader takes; degrees to less than the width of an atom. */
export function decimal(value: number): string {
  const written = String(value);
  return written.includes("e") ? value.toFixed(15).replace(/\.?0+$/, "") : written;
}
