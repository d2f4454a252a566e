import { Command } from "commander";
import { describeExplanation } from "../describe-explanation.ts";
import { printJson, printLines } from "../print.ts";
import { readCalloutId } from "../read-callout-id.ts";
import { withOperator } from "../with-operator.ts";

export const explainCommand = new Command("explain")
  .description(
    "say whom dispatch asked for a callout and why, and rank again from what is stored of each decision",
  )
  .argument("<callout-id>", "its id", readCalloutId)
  .option("--json", "print JSON, with everything each decision was made from")
  .action(async (calloutId: number, { json }: { readonly json?: boolean }) => {
    const explanations = await withOperator((operator) => operator.explainCallout(calloutId));
    if (explanations.length === 0) throw new Error(`There is no callout ${calloutId}.`);
    if (json) printJson(explanations);
    else printLines(...explanations.flatMap(describeExplanation));
    const decisions = explanations.flatMap((explanation) => explanation.decisions);
    if (!decisions.every(({ replay }) => replay.kind === "same")) process.exitCode = 1;
  });
