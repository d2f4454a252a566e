/** The part of `bidi-js` that is used here. Its own types say `export default`, its CommonJS file exports the function itself. */
declare module "bidi-js" {
  interface Bidi {
    getEmbeddingLevels(
      text: string,
      base: "ltr" | "auto",
    ): {
      /** A level for each UTF-16 unit; odd ones are written from right to left. */
      readonly levels: Uint8Array;
      /** Level 1: a right-to-left paragraph. */
      readonly paragraphs: readonly { readonly level: number }[];
    };
    /** The bracket that faces the other way; null for a character that has none. */
    getMirroredCharacter(character: string): string | null;
  }

  function bidiFactory(): Bidi;
  export = bidiFactory;
}
