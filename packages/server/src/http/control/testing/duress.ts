import type { TestSystem } from "@tocsin/testkit";

/** The state that a cancel with a wrong code leaves, without a customer to have a code. */
export async function putUnderDuress({ context }: TestSystem, calloutId: number): Promise<void> {
  await context.db.query({ text: "update callout set duress = true where id = $1", values: [calloutId] });
}
