import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { prepareRaise, type RaiseCommand, raiseStatement, systemClock, systemRandom } from "@tocsin/server";
import { installedPostgresFolder, type PostgresServer } from "@tocsin/testkit";
import pg from "pg";
import { type Places, prefix } from "./places.ts";

export interface DriverResult {
  readonly perSecond: number;
  /** Mean latency in milliseconds, as pgbench reports it. */
  readonly mean: number;
}

export interface PgbenchRun {
  readonly server: PostgresServer & { readonly database: string };
  readonly command: RaiseCommand;
  readonly places: Places;
  readonly folder: string;
  readonly clients: number;
  readonly seconds: number;
}

/** More than any client can raise in a run, so that clients' places never meet. */
const placesPerClient = 1_500;

/** The limit: PostgreSQL's own driver with the very statement of a raise, one callout a transaction. */
export async function runPgbench(run: PgbenchRun): Promise<DriverResult> {
  const binaries = installedPostgresFolder();
  if (!binaries) throw new Error("pgbench is needed: install Debian's package postgresql");
  const { first } = run.places.reserve(run.clients * placesPerClient * run.seconds);
  const file = join(run.folder, "raise.pgbench");
  await writeFile(file, script(run.command, first, placesPerClient * run.seconds));
  const { host, port, user, database } = run.server;
  const flags = [
    "-n",
    "-M",
    "prepared",
    "-f",
    file,
    "-c",
    String(run.clients),
    "-j",
    "2",
    "-T",
    String(run.seconds),
    "-D",
    "n=-1",
  ];
  const { stdout } = await promisify(execFile)(join(binaries, "pgbench"), [
    ...flags,
    "-h",
    host,
    "-p",
    String(port),
    "-U",
    user,
    database,
  ]);
  return {
    perSecond: figure(stdout, /tps = ([\d.]+)/),
    mean: figure(stdout, /latency average = ([\d.]+) ms/),
  };
}

function figure(output: string, pattern: RegExp): number {
  const found = pattern.exec(output)?.[1];
  if (!found) throw new Error(`pgbench said nothing of ${pattern.source}:\n${output}`);
  return Number(found);
}

/** The statement with one callout's values written out; only the place and the token change from call to call. */
function script(command: RaiseCommand, first: number, perClient: number): string {
  const raise = prepareRaise({ clock: systemClock(), random: systemRandom }, command);
  const { text, values = [] } = raiseStatement([raise]);
  const [, , reference, , , , , token] = values;
  const written = text.replaceAll(/\$(\d+)::(\w+)\[\]/g, (_all, index: string, type: string) => {
    const value = values[Number(index) - 1];
    if (value === reference) return `array['${prefix}' || :place]`;
    if (value === token) return "array[md5(:place::text)]";
    return `${pg.escapeLiteral(arrayLiteral(value))}::${type}[]`;
  });
  // a comment would swallow what comes after it on the one line that pgbench reads
  const statement = written.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ");
  return `\\set n :n + 1\n\\set place ${first} + :client_id * ${perClient} + :n\n${statement};\n`;
}

function arrayLiteral(value: unknown): string {
  return `{${(value as Scalar[]).map(arrayItem).join(",")}}`;
}

type Scalar = string | number | boolean | Buffer | null | undefined;

function arrayItem(item: Scalar): string {
  if (item === null || item === undefined) return "NULL";
  // pgbench takes `:name` for a variable of its own, so JSON gets a space after each colon
  const text = Buffer.isBuffer(item) ? `\\x${item.toString("hex")}` : String(item).replaceAll('":', '": ');
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
