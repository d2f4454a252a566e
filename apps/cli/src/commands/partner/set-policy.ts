import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const setPolicyCommand = new Command("set-policy")
  .description("set how a partner is treated; running nodes follow at once")
  .argument("<client-id>")
  .argument("<policy>", "its name; a wrong one makes the command say which there are")
  .argument("<value>", "the value; default takes back what was set")
  .option("--json", "print all policies of the partner as JSON")
  .action(async (clientId: string, name: string, value: string, { json }: { readonly json?: boolean }) => {
    const policies = await withOperator((operator) => operator.setPolicy(clientId, name, value));
    if (json) return printJson(policies);
    printLines(`${name} of ${clientId} is ${JSON.stringify(policies[name as keyof typeof policies])}.`);
  });
