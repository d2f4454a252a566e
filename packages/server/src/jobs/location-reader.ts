import type { FilePart } from "../locations/index.ts";

/** From the thread that reads. */
export type ReaderMessage =
  | { readonly kind: "part"; readonly part: FilePart }
  /** It needs the bytes that come next. */
  | { readonly kind: "more" }
  | { readonly kind: "over" };

/** To it. */
export type ReaderRequest =
  | { readonly kind: "next" }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "end" };

export interface ReaderTask {
  readonly delimiter: string;
}
