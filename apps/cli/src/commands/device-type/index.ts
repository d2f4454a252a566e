import { Command } from "commander";
import { listCommand } from "./list.ts";
import { setCommand } from "./set.ts";

export const deviceTypeCommand = new Command("device-type")
  .description("what the messages of a partner's devices mean")
  .addCommand(setCommand)
  .addCommand(listCommand)
  .addHelpText(
    "after",
    `
docs/integrate/devices.md has the form of a template. Works on the database of DATABASE_URL, else on the data folder
(TOCSIN_DATA, .tocsin), whether Tocsin runs there or not.`,
  );
