import type { Operator } from "@tocsin/server/operator";

/** Opens the data for one command and closes it again, whatever happens. */
export async function withOperator<T>(work: (operator: Operator) => Promise<T>): Promise<T> {
  // loaded here, so that help is shown at once
  const { openOperator } = await import("@tocsin/server/operator");
  const operator = await openOperator(process.env);
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}
