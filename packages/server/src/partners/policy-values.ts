import { type ReferenceRow, responseTypes } from "@tocsin/domain";

export const responseTypeIds = responseTypes.map(({ id }) => id);
export const describedResponseTypes = describe(responseTypes);

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isIntegerWithin(lowest: number, highest: number): (value: unknown) => boolean {
  return (value) => Number.isSafeInteger(value) && Number(value) >= lowest && Number(value) <= highest;
}

function describe(rows: readonly ReferenceRow[]): string {
  return rows.map(({ id, value }) => `${id} (${value})`).join(", ");
}
