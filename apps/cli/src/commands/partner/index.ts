import { Command } from "commander";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { rotateSecretCommand } from "./rotate-secret.ts";
import { setPolicyCommand } from "./set-policy.ts";

export const partnerCommand = new Command("partner")
  .description("partners (tenants): who may sign in, and how they are treated")
  .addCommand(createCommand)
  .addCommand(listCommand)
  .addCommand(rotateSecretCommand)
  .addCommand(setPolicyCommand)
  .addHelpText(
    "after",
    `
Works on the database of DATABASE_URL, else on the data folder (TOCSIN_DATA, .tocsin), whether Tocsin runs there or not.`,
  );
