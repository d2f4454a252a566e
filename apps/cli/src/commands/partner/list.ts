import { Command } from "commander";
import { printJson, printLines, table } from "../../print.ts";
import { withOperator } from "../../with-operator.ts";

export const listCommand = new Command("list")
  .description("list the partners, and the policies that were set for them")
  .option("--json", "print JSON")
  .action(async ({ json }: { readonly json?: boolean }) => {
    const partners = await withOperator((operator) => operator.listPartners());
    if (json) return printJson(partners);
    if (partners.length === 0) {
      return printLines(
        'There is no partner yet. Make one: tocsin partner create --client-id acme --name "Acme Stores"',
      );
    }
    const rows = partners.map((partner) => [
      partner.clientId,
      partner.name + (partner.isDemo ? " (demo)" : ""),
      String(partner.customerSourceId),
      String(partner.liveSecrets),
      Object.entries(partner.policies)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(" "),
    ]);
    printLines(...table([["CLIENT ID", "NAME", "SOURCE", "SECRETS", "POLICIES SET"], ...rows]));
  });
