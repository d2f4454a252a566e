import { Command } from "commander";
import { printJson, printLines, table } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const listCommand = new Command("list")
  .description("list the device types that a partner's devices may have: everybody's, then its own")
  .argument("<client-id>")
  .option("--json", "print JSON, with the templates")
  .action(async (clientId: string, { json }: { readonly json?: boolean }) => {
    const types = await withOperator((operator) => operator.listDeviceTypes(clientId));
    if (json) return printJson(types);
    const rows = types.map(({ id, name, template }) => [String(id), name, template.serialPattern]);
    printLines(...table([["ID", "NAME", "SERIALS"], ...rows]));
  });
