import { parseArgs } from "node:util";
import { benchDocuments } from "./documents/bench.ts";
import { benchImports } from "./imports/bench.ts";
import { benchOffer } from "./offer/bench.ts";
import { benchPositions } from "./positions/bench.ts";
import { benchRaise } from "./raise/bench.ts";
import { isMet, type Report, toMarkdown, writeReport } from "./report.ts";
import { benchWebhooks } from "./webhooks/bench.ts";

/** `npm run bench [-- NAME…] [--rounds N] [--seconds N]`: measures, prints, writes bench/results; exit 1 when a bar is missed. */
const benches: Readonly<Record<string, (options: { rounds: number; seconds: number }) => Promise<Report>>> = {
  documents: benchDocuments,
  imports: benchImports,
  offer: benchOffer,
  positions: benchPositions,
  raise: benchRaise,
  webhooks: benchWebhooks,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, seconds: { type: "string", default: "5" } },
});

for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench ${name}; there are: ${Object.keys(benches).join(", ")}`);
  const report = await bench({ rounds: Number(values.rounds), seconds: Number(values.seconds) });
  await writeReport(report);
  process.stdout.write(`${toMarkdown(report)}\n`);
  if (!report.bars.every(isMet)) process.exitCode = 1;
}
