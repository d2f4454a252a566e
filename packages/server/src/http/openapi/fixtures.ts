import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** One exchange of the contract, written down: `contract/fixtures/<operationId>/<name>.json`. */
export interface Fixture {
  /** The file's name without its ending. */
  readonly name: string;
  /** What it shows, in a few words. */
  readonly summary: string;
  /** Where each half comes from. */
  readonly provenance: string;
  readonly request?: { readonly path?: string; readonly body?: unknown };
  readonly answer: { readonly status: number; readonly body?: unknown };
}

/** Operation → its exchanges; under `errors` one for each error code. */
export type Fixtures = ReadonlyMap<string, readonly Fixture[]>;

const folder = new URL("../../../../../contract/fixtures/", import.meta.url);

/** Reads the contract's exchanges; none where the server runs without the repository around it. */
export function readFixtures(): Fixtures {
  const fixtures = new Map<string, Fixture[]>();
  if (!existsSync(folder)) return fixtures;
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const [operation = "", file] = path.split(/[/\\]/);
    if (!file?.endsWith(".json")) continue;
    const fixture = JSON.parse(readFileSync(new URL(`${operation}/${file}`, folder), "utf8")) as Omit<Fixture, "name">;
    fixtures.set(operation, [...(fixtures.get(operation) ?? []), { ...fixture, name: basename(file, ".json") }]);
  }
  return fixtures;
}
