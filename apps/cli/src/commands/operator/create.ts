import { Command, Option } from "commander";
import { printJson, printLines } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

type Role = "operator" | "supervisor" | "admin";

interface Options {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password?: string;
  readonly json?: boolean;
}

export const createCommand = new Command("create")
  .description("make an operator, and print the first password: it is changed at the first sign-in")
  .requiredOption("--username <username>", "what they sign in with: letters, digits and . _ ~ @ + -")
  .requiredOption("--name <name>", "what people call them")
  .addOption(
    new Option("--role <role>", "what they may do")
      .choices(["operator", "supervisor", "admin"])
      .default("operator"),
  )
  .option("--password <password>", "a first password of your choice; without it a safe one is made")
  .option("--json", "print JSON")
  .action(async ({ json, ...asked }: Options) => {
    await withOperator(async (data) => {
      const { operator, password } = await data.createOperator(asked);
      const { id, username, role } = operator;
      if (json) return printJson({ id, username, role, password });
      printLines(
        `Operator ${username} was created, with the role ${role}. The password has to be changed at the first sign-in.`,
        "",
        `  username  ${username}`,
        `  password  ${password}`,
        "",
        `They sign in at ${data.address}/control/v1/sessions.`,
      );
    });
  });
