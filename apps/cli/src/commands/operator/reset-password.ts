import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const resetPasswordCommand = new Command("reset-password")
  .description("give an operator a new first password; whoever is signed in with the old one is signed out")
  .argument("<username>")
  .option("--json", "print JSON")
  .action(async (asked: string, { json }: { readonly json?: boolean }) => {
    const { operator, password } = await withOperator((data) => data.resetPassword(asked));
    const { id, username } = operator;
    if (json) return printJson({ id, username, password });
    printLines(
      `${username} has a new password, which has to be changed at the next sign-in.`,
      "",
      `  password  ${password}`,
    );
  });
