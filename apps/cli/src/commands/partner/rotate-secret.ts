import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

interface Options {
  readonly revokeOld?: boolean;
  readonly json?: boolean;
}

export const rotateSecretCommand = new Command("rotate-secret")
  .description("make another secret; the one before it goes on working until the next rotation")
  .argument("<client-id>")
  .option(
    "--revoke-old",
    "end every older secret, and every token made so far, at once: for a secret that leaked",
  )
  .option("--json", "print JSON")
  .action(async (clientId: string, { revokeOld = false, json }: Options) => {
    const rotated = await withOperator((operator) => operator.rotateSecret(clientId, { revokeOld }));
    if (json) return printJson(rotated);
    printLines(
      `${rotated.clientId} has another secret. Keep it now; it is not shown again.`,
      "",
      `  clientSecret  ${rotated.clientSecret}`,
      "",
      revokeOld
        ? "Every older secret and every token made so far no longer work."
        : "The secret before it goes on working until the next rotation.",
    );
  });
