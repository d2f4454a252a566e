import { Command } from "commander";
import { deviceTypeCommand } from "./commands/device-type/index.ts";
import { explainCommand } from "./commands/explain.ts";
import { locationsCommand } from "./commands/locations/index.ts";
import { operatorCommand } from "./commands/operator/index.ts";
import { partnerCommand } from "./commands/partner/index.ts";
import { startCommand } from "./commands/start.ts";
import { verifyCommand } from "./commands/verify.ts";

const program = new Command("tocsin")
  .description(
    "open, self-hostable emergency callouts: run a node, look after its partners and its control room, check its records",
  )
  .addCommand(startCommand)
  .addCommand(partnerCommand)
  .addCommand(deviceTypeCommand)
  .addCommand(operatorCommand)
  .addCommand(locationsCommand)
  .addCommand(verifyCommand)
  .addCommand(explainCommand)
  .showHelpAfterError("(tocsin --help shows what there is)");

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** What went wrong, and what was behind it. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message} (${explain(error.cause)})` : error.message;
}
