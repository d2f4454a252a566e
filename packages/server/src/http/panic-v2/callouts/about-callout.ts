import type { Subject } from "../../access/own-subject.ts";

/** Of an operation whose path names a callout. */
export function aboutCallout({ params }: { readonly params: { readonly calloutId: number } }): Subject {
  return { kind: "callout", id: params.calloutId };
}
