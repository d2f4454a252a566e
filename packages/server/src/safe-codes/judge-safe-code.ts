import { createHash, timingSafeEqual } from "node:crypto";
import type { Queryable } from "../db/index.ts";
import { isDuressCode } from "./duress-code.ts";
import { findSafeCodes } from "./safe-code-store.ts";

/** `none`: the callout's customer has no mobile, so there is no code that could be right or wrong. */
export type SafeCodeVerdict = "right" | "duress" | "none";

const codeDigits = 4;

/**
 * What somebody means who cancels with a code (panic-v2 §5): the last four digits of the customer's mobile are the safe
 * code; any other is duress, and so is a duress code of the customer or of the place, even where it is those very digits.
 * Every comparison is made whatever the others say, so that the time it takes tells nothing to whoever stands by.
 * @returns undefined when the tenant has no such callout
 */
export async function judgeSafeCode(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
  code: string,
): Promise<SafeCodeVerdict | undefined> {
  const codes = await findSafeCodes(db, customerSourceId, calloutId);
  if (!codes) return undefined;
  const safeCode = codes.mobile?.replaceAll(/\D/g, "").slice(-codeDigits) ?? "";
  if (safeCode.length < codeDigits) return "none";
  const given = code.trim();
  const isSafe = isSame(safeCode, given);
  const duress = await Promise.all(codes.duressHashes.map((hash) => isDuressCode(hash, given)));
  return isSafe && !duress.includes(true) ? "right" : "duress";
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
