import type { Operator } from "@tocsin/server/operator";
import { Command, InvalidArgumentError } from "commander";
import { printJson, printLines } from "../print.ts";
import { withOperator } from "../with-operator.ts";

type ChainReport = Awaited<ReturnType<Operator["verifyCallout"]>>[number];

export const verifyCommand = new Command("verify")
  .description("recompute the hash chain of a callout's timeline, and name every entry that was changed")
  .argument("<callout-id>", "its id", readId)
  .option("--json", "print JSON")
  .action(async (calloutId: number, { json }: { readonly json?: boolean }) => {
    const reports = await withOperator((operator) => operator.verifyCallout(calloutId));
    if (reports.length === 0) throw new Error(`There is no callout ${calloutId}.`);
    if (json) printJson(reports);
    else printLines(...reports.flatMap(describe));
    if (reports.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
  });

function describe({ calloutId, clientId, entries, hash, faults }: ChainReport): string[] {
  if (faults.length > 0) {
    return [
      `Callout ${calloutId} of ${clientId} was changed:`,
      ...faults.map(({ sequence, fault }) => `  entry ${sequence} ${fault}`),
    ];
  }
  return [`Callout ${calloutId} of ${clientId} is as it was written: ${entries} entries, SHA-256 ${hash}`];
}

function readId(text: string): number {
  if (!/^[1-9][0-9]{0,15}$/.test(text) || !Number.isSafeInteger(Number(text))) {
    throw new InvalidArgumentError("A callout's id is a whole number.");
  }
  return Number(text);
}
