import type { Actor, CancelKind, TimingPolicy } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { invalid } from "../errors.ts";
import { judgeSafeCode } from "../safe-codes/index.ts";
import { attemptChange, type ChangeCapabilities, refusal } from "./change-callout.ts";
import type { CalloutFacts } from "./types.ts";

export interface CancelCommand {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly timing: TimingPolicy;
  /** Null: cancelled without one. */
  readonly safeCode: string | null;
  readonly by: Actor;
  /** Asked once the callout is held; throws when it is not theirs to cancel. */
  readonly judge?: (callout: CalloutFacts, tx: Queryable) => Promise<void>;
}

/**
 * Cancels a callout, or seems to: one call with three meanings (panic-v2 §5).
 * @returns `duress`: nothing was cancelled, and the answer must not show it; undefined when the tenant has no such callout
 * @throws AppError `invalid-request`: a code where there is none to compare it with; 409 `callout-state` when it is closed
 */
export async function cancelCallout(
  capabilities: ChangeCapabilities,
  { customerSourceId, calloutId, timing, safeCode, by, judge }: CancelCommand,
): Promise<"cancelled" | "duress" | undefined> {
  const kind = await readMeaning(capabilities, customerSourceId, calloutId, safeCode);
  if (!kind) return undefined;
  const attempt = await attemptChange(capabilities, {
    customerSourceId,
    calloutId,
    timing,
    event: async (callout, tx) => {
      await judge?.(callout, tx);
      return { type: "cancelled", kind, reason: null, by };
    },
  });
  if (!attempt) return undefined;
  const { callout, applied } = attempt;
  if (applied.ok) return kind === "duress" ? "duress" : "cancelled";
  if (applied.reason === "alreadyCancelled") return "cancelled";
  if (applied.reason === "underDuress") return "duress";
  throw refusal(callout, applied);
}

async function readMeaning(
  { db }: ChangeCapabilities,
  customerSourceId: number,
  calloutId: number,
  safeCode: string | null,
): Promise<CancelKind | "duress" | undefined> {
  if (safeCode === null) return "plain";
  const verdict = await judgeSafeCode(db, customerSourceId, calloutId, safeCode);
  if (verdict === "none") {
    throw invalid("safeCode", "must be left out: the callout's customer has no mobile to compare it with");
  }
  return verdict === "right" ? "verified" : verdict;
}
