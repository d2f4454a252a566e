import { Command } from "commander";
import { printJson, printLines, table } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const listCommand = new Command("list")
  .description("list the operators, disabled ones too")
  .option("--json", "print JSON")
  .action(async ({ json }: { readonly json?: boolean }) => {
    const operators = await withOperator((data) => data.listOperators());
    if (json) return printJson(operators);
    if (operators.length === 0) {
      return printLines(
        'There is no operator yet. Make one: tocsin operator create --username dayshift --name "Day Shift" --role admin',
      );
    }
    const rows = operators.map(({ username, name, role, isDemo, disabledAt }) => [
      username,
      name + (isDemo ? " (demo)" : ""),
      role,
      disabledAt ? "disabled" : "",
    ]);
    printLines(...table([["USERNAME", "NAME", "ROLE", ""], ...rows]));
  });
