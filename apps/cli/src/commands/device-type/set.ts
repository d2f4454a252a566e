import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const setCommand = new Command("set")
  .description("give a partner a device type of its own, or its type of this name another template")
  .argument("<client-id>")
  .argument("<name>", "capital letters, digits and _")
  .argument("<file>", "the template, as JSON")
  .option("--json", "print the type as JSON")
  .action(async (clientId: string, name: string, file: string, { json }: { readonly json?: boolean }) => {
    const template = parse(file, await readFile(file, "utf8"));
    const type = await withOperator((operator) => operator.setDeviceType(clientId, name, template));
    if (json) return printJson(type);
    printLines(`${type.name} of ${clientId} is device type ${type.id}.`);
  });

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON`, { cause: error });
  }
}
