import { Command } from "commander";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { resetPasswordCommand } from "./reset-password.ts";

export const operatorCommand = new Command("operator")
  .description("operators: who works in the control room")
  .addCommand(createCommand)
  .addCommand(listCommand)
  .addCommand(resetPasswordCommand)
  .addHelpText(
    "after",
    `
For the first admin, and for the day when none can sign in; everybody else is made in the control room.
Works on the database of DATABASE_URL, else on the data folder (TOCSIN_DATA, .tocsin), whether Tocsin runs there or not.`,
  );
