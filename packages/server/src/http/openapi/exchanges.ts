import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** A sample request and its answer: `contract/examples/<operationId>/<name>.json`. */
export interface Exchange {
  /** The file's name without its ending. */
  readonly name: string;
  /** What it shows, in a few words. */
  readonly summary: string;
  /** Where each half comes from: `ref`, `new` (published pages), `client` (seen in a deployed client) or `ours`. */
  readonly provenance: { readonly request?: string; readonly answer: string };
  readonly request?: { readonly body?: unknown };
  readonly answer: { readonly status: number; readonly body?: unknown };
}

/** Operation → its exchanges; under `errors` one for each error code. */
export type Exchanges = ReadonlyMap<string, readonly Exchange[]>;

const folder = new URL("../../../../../contract/examples/", import.meta.url);

/** Reads the contract's examples; none where the server runs without the repository around it. */
export function readExchanges(): Exchanges {
  const exchanges = new Map<string, Exchange[]>();
  if (!existsSync(folder)) return exchanges;
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const [operation = "", file] = path.split(/[/\\]/);
    if (!file?.endsWith(".json")) continue;
    const exchange = JSON.parse(readFileSync(new URL(`${operation}/${file}`, folder), "utf8")) as Omit<
      Exchange,
      "name"
    >;
    exchanges.set(operation, [
      ...(exchanges.get(operation) ?? []),
      { ...exchange, name: basename(file, ".json") },
    ]);
  }
  return exchanges;
}
