import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import {
  type CleanupStep,
  type FixtureFile,
  fixtureFile,
  type GivenFile,
  givenFile,
  type Profile,
  type Step,
} from "./fixture.ts";
import type { Json } from "./json.ts";

/** One thing that is tried: a fixture, or one row of its table. */
export interface AcceptanceCase {
  /** `operation/fixture` or `operation/fixture/row`. */
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  readonly provenance: FixtureFile["provenance"];
  readonly profile: Profile;
  readonly needs: FixtureFile["needs"];
  readonly variables: Readonly<Record<string, Json>>;
  readonly steps: readonly Step[];
  readonly cleanup: readonly CleanupStep[];
}

export const fixturesFolder = join(import.meta.dirname, "../../contract/fixtures");

/**
 * Reads every fixture of a folder: `given.json` and `<operation>/<id>.json`.
 * @throws Error naming the file and everything that is wrong with it
 */
export function loadCases(folder = fixturesFolder): readonly AcceptanceCase[] {
  const given = read(join(folder, "given.json"), givenFile);
  const operations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return operations
    .map(({ name }) => name)
    .toSorted()
    .flatMap((operation) =>
      readdirSync(join(folder, operation))
        .toSorted()
        .flatMap((name) =>
          casesOf(readFixture(join(folder, operation, name), `${operation}/${name}`), given),
        ),
    );
}

function readFixture(path: string, place: string): FixtureFile {
  const fixture = read(path, fixtureFile);
  const named = `${fixture.operation}/${fixture.id}.json`;
  if (named !== place) throw new Error(`${path}: operation and id say ${named}, the file lies in ${place}`);
  return fixture;
}

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path: where, message }) => `  ${where.join(".")}: ${message}`);
  throw new Error(`${path}:\n${problems.join("\n")}`);
}

function casesOf(fixture: FixtureFile, given: GivenFile): readonly AcceptanceCase[] {
  const settings = fixture.given.map((name) => {
    const found = given[name];
    if (!found) throw new Error(`${fixture.operation}/${fixture.id}: given.json has no "${name}"`);
    return found;
  });
  const { operation, title, provenance, profile, needs } = fixture;
  const id = `${operation}/${fixture.id}`;
  const steps = [...settings.flatMap((setting) => setting.steps), ...fixture.steps];
  // what came last goes first
  const cleanup = [...fixture.cleanup, ...settings.toReversed().flatMap((setting) => setting.cleanup)];
  const shared = { operation, title, provenance, profile, needs, steps, cleanup };
  if (!fixture.cases) return [{ id, ...shared, variables: {} }];
  return fixture.cases.map((row) => ({ id: `${id}/${row.id}`, ...shared, variables: row }));
}

/** Whether `only` names the operation, the fixture (with or without its operation) or the case. */
export function isNamed({ id, operation }: AcceptanceCase, only: string): boolean {
  const [, fixture] = id.split("/");
  return only === operation || only === fixture || id === only || id.startsWith(`${only}/`);
}
