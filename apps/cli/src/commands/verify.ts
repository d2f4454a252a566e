import type { Operator } from "@tocsin/server/operator";
import { Command, InvalidArgumentError } from "commander";
import { printJson, printLines } from "../print.ts";
import { readCalloutId } from "../read-callout-id.ts";
import { withOperator } from "../with-operator.ts";

type ChainReport = Awaited<ReturnType<Operator["verifyCallout"]>>[number];

interface Options {
  readonly hash?: string;
  readonly json?: boolean;
}

export const verifyCommand = new Command("verify")
  .description("recompute the hash chain of a callout's timeline, and name every entry that was changed")
  .argument("<callout-id>", "its id", readCalloutId)
  .option("--hash <hash>", "the hash of a report: say which entry it is of", readHash)
  .option("--json", "print JSON")
  .action(async (calloutId: number, { hash, json }: Options) => {
    const reports = await withOperator((operator) => operator.verifyCallout(calloutId));
    if (reports.length === 0) throw new Error(`There is no callout ${calloutId}.`);
    if (json) printJson(reports);
    else printLines(...reports.flatMap((report) => [...describe(report), ...locate(report, hash)]));
    if (!reports.every((report) => isWhole(report, hash))) process.exitCode = 1;
  });

function isWhole({ faults, hashes }: ChainReport, hash: string | undefined): boolean {
  return faults.length === 0 && (hash === undefined || hashes.includes(hash));
}

function describe({ calloutId, clientId, hashes, faults }: ChainReport): string[] {
  if (faults.length > 0) {
    return [
      `Callout ${calloutId} of ${clientId} was changed:`,
      ...faults.map(({ sequence, fault }) => `  entry ${sequence} ${fault}`),
    ];
  }
  const count = hashes.length === 1 ? "1 entry" : `${hashes.length} entries`;
  return [`Callout ${calloutId} of ${clientId} is as it was written: ${count}, SHA-256 ${hashes.at(-1)}`];
}

function locate({ hashes }: ChainReport, hash: string | undefined): string[] {
  if (hash === undefined) return [];
  const index = hashes.indexOf(hash);
  return [
    index === -1
      ? "No entry has the hash that was given."
      : `The hash that was given is of entry ${index + 1}.`,
  ];
}

function readHash(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError("A hash has 64 hexadecimal digits.");
  return text.toLowerCase();
}
