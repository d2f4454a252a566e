import type { Subject } from "../../access/own-subject.ts";

/** Of an operation that changes the subscription which its path names. */
export function aboutSubscription({ params }: { readonly params: { readonly id: number } }): Subject {
  return { kind: "subscription", id: params.id };
}
