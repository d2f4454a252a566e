import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

interface Options {
  readonly clientId: string;
  readonly name: string;
  readonly clientSecret?: string;
  readonly json?: boolean;
}

export const createCommand = new Command("create")
  .description("make a partner with its house account, and print its secret: once, nobody can show it again")
  .requiredOption("--client-id <id>", "what it signs in with: letters, digits and . _ ~ @ -")
  .requiredOption("--name <name>", "what people call it")
  .option(
    "--client-secret <secret>",
    "a secret of your choice, for demonstrations; without it a safe one is made",
  )
  .option("--json", "print JSON")
  .action(async ({ clientId, name, clientSecret, json }: Options) => {
    const partner = { clientId, name, ...(clientSecret === undefined ? {} : { clientSecret }) };
    await withOperator(async (operator) => {
      const created = await operator.createPartner(partner);
      if (json) return printJson(created);
      printLines(
        `Partner ${created.clientId} was created. Keep the secret now; it is not shown again.`,
        "",
        `  clientId      ${created.clientId}`,
        `  clientSecret  ${created.clientSecret}`,
        "",
        "It gets a token with:",
        "",
        `  ${tokenCommand(operator.address, created)}`,
      );
    });
  });

/** One line for every POSIX shell. */
function tokenCommand(
  address: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): string {
  const body = JSON.stringify({ clientId, clientSecret }).replaceAll("'", String.raw`'\''`);
  return `curl '${address}/panic-api/v2/oauth/token' -H 'Content-Type: application/json' -d '${body}'`;
}
