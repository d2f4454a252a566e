import { Command } from "commander";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";

export const locationsCommand = new Command("locations")
  .description("a partner's fixed locations as a CSV file, over the API of any server")
  .addCommand(importCommand)
  .addCommand(exportCommand)
  .addHelpText(
    "after",
    `
The secret may be given as TOCSIN_CLIENT_SECRET, where no list of processes shows it.`,
  );
