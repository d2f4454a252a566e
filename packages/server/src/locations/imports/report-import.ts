import type { Capabilities } from "../../capabilities.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { findImport, type ImportKey, saveCallback } from "./import-store.ts";

/** Never a host (RFC 6761): for whoever asks for the outcome and needs no callback. */
const nobody = /\.invalid$/i;

/**
 * Tells whoever sent a file what came of it, once.
 * @throws Error when it did not arrive: to be tried again
 */
export async function reportImport(
  { db, clock, outbound }: Pick<Capabilities, "db" | "clock" | "outbound">,
  key: ImportKey,
): Promise<void> {
  const found = await findImport(db, key.customerSourceId, key.id);
  if (!found?.finishedAt || found.callbackDeliveredAt) return;
  if (nobody.test(new URL(found.callbackUrl).hostname)) return;
  const dryRun = found.dryRun ? { dryRun: true } : {};
  const failure = await post(outbound, found.callbackUrl, { ...describeOutcome(found), ...dryRun });
  await saveCallback(db, key, failure, clock.now());
  if (failure !== null) throw new Error(`The callback of import ${key.id} was not delivered. ${failure}`);
}

/** Null when it arrived, else why not. */
async function post(
  outbound: Capabilities["outbound"],
  url: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const headers = { "content-type": "application/json" };
  const result = await outbound.post({ url, headers, body: JSON.stringify(body) });
  if (result.kind === "failed") return result.message;
  return result.status >= 200 && result.status < 300 ? null : `It answered ${result.status}.`;
}
