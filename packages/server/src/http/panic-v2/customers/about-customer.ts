import type { Subject } from "../../access/own-subject.ts";

/** Of an operation whose path names a customer. */
export function aboutCustomer({ params }: { readonly params: { readonly customerId: number } }): Subject {
  return { kind: "customer", id: params.customerId };
}
