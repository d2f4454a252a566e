/** What pdfkit 0.20 understands and its types do not know yet. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a TH: which cells it is the header of. */
    scope?: "Column" | "Row";
    /** Of a Figure: left, top, right, bottom in points from the page's top left. */
    bbox?: readonly [number, number, number, number];
  }
}
