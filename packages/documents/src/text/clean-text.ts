/**
 * Text as it can be laid out: composed letters (the fonts are cut by those), line feeds as the only control
 * character, no half of a surrogate pair.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[^\P{Cc}\n]/gu, "");
}
