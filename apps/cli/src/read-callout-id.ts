import { InvalidArgumentError } from "commander";

/** The id of a callout, as a person writes it. */
export function readCalloutId(text: string): number {
  if (!/^[1-9][0-9]{0,15}$/.test(text) || !Number.isSafeInteger(Number(text))) {
    throw new InvalidArgumentError("A callout's id is a whole number.");
  }
  return Number(text);
}
