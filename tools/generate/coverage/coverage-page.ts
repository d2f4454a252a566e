import type { Endpoint, Evidence } from "./find-evidence.ts";

/** What an operation can answer, and which of it the server's own tests try. */
export interface CoveredOperation extends Endpoint {
  readonly summary: string;
  readonly statuses: readonly number[];
  /** Status → path of its test from the root. */
  readonly tests: ReadonlyMap<number, string>;
}

const marks = ["ref", "new", "client", "ours"] as const;

const introduction = `# What is proved of the contract

Written by \`npm run gen\` from the operations, the fixtures of the acceptance suite and the server's tests.

Each operation has a line for each status it can answer. **ref**, **new**, **client** and **ours** say whose word it is that the
fixture holds the server to: the published reference, a newer page of it, deployed client programs, or this project where those are silent
([sources.md](sources.md)). A number in brackets is how many cases the fixture has, when there are several. **test** is the
operation's own test of that status. 500 and 503 are the same everywhere and are tested for all operations at once.
`;

/** The page: totals, what has no fixture, and a table for each operation. */
export function coveragePage(
  operations: readonly CoveredOperation[],
  evidence: readonly Evidence[],
  caseCount: number,
): string {
  const rows = operations.flatMap((operation) =>
    operation.statuses.map((status) => ({ operation, status, found: find(evidence, operation, status) })),
  );
  const shown = rows.filter(({ found }) => found.length > 0).length;
  const bare = rows.filter(({ found }) => found.length === 0);
  const totals = `${operations.length} operations, ${rows.length} answers, ${shown} of them shown by a fixture; ${caseCount} cases in all.`;
  const sections = operations.map((operation) => section(operation, evidence));
  return [introduction, `${totals}\n`, bareText(bare), ...sections].join("\n");
}

/** What is said of it where it is meant; only when nobody means it, where it happens on the way to something else. */
function find(evidence: readonly Evidence[], { operationId }: Endpoint, status: number): readonly Evidence[] {
  const all = evidence.filter((one) => one.operationId === operationId && one.status === status);
  const meant = all.filter(({ fixture }) =>
    [operationId, "conventions"].includes(fixture.split("/")[0] ?? ""),
  );
  return meant.length > 0 ? meant : all;
}

function bareText(
  bare: readonly { readonly operation: CoveredOperation; readonly status: number }[],
): string {
  if (bare.length === 0) return "";
  const lines = bare.map(({ operation: { operationId, tests }, status }) => {
    const test = tests.get(status);
    return `- ${operationId} ${status}${test ? `: its test, ${linkTo(test)}` : ""}`;
  });
  return `## Shown by no fixture\n\n${lines.join("\n")}\n`;
}

function section(operation: CoveredOperation, evidence: readonly Evidence[]): string {
  const lines = operation.statuses.map((status) => {
    const found = find(evidence, operation, status);
    const cells = marks.map((mark) =>
      fixturesText(
        found.filter((one) => one.mark === mark),
        operation.operationId,
      ),
    );
    const test = operation.tests.get(status);
    return `| ${status} | ${cells.join(" | ")} | ${test ? linkTo(test) : ""} |`;
  });
  return `## ${operation.operationId}

\`${operation.method} ${operation.path}\`: ${operation.summary}

| status | ${marks.join(" | ")} | test |
| --- | ${marks.map(() => "---").join(" | ")} | --- |
${lines.join("\n")}
`;
}

function fixturesText(found: readonly Evidence[], operationId: string): string {
  const byFixture = Map.groupBy(found, ({ fixture }) => fixture);
  const texts = [...byFixture].map(([fixture, its]) => {
    const count = new Set(its.map(({ caseId }) => caseId)).size;
    const name = fixture.startsWith(`${operationId}/`) ? fixture.slice(operationId.length + 1) : fixture;
    return `[${name}](fixtures/${fixture}.json)${count > 1 ? ` (${count})` : ""}`;
  });
  return texts.join(", ");
}

/** A test by its file name: the folder is the operation's. */
function linkTo(path: string): string {
  return `[${path.slice(path.lastIndexOf("/") + 1)}](../${path})`;
}
