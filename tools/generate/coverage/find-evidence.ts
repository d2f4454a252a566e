import type { AcceptanceCase } from "../../../acceptance/src/load-cases.ts";

/** An operation as far as requests are told apart by it. */
export interface Endpoint {
  readonly operationId: string;
  readonly method: string;
  /** With `{name}` where a parameter stands. */
  readonly path: string;
}

/** That a case sends a request of an operation and expects this status. */
export interface Evidence {
  readonly operationId: string;
  readonly status: number;
  /** `<operation>/<id>` of the fixture. */
  readonly fixture: string;
  /** Which of its cases. */
  readonly caseId: string;
  readonly mark: AcceptanceCase["provenance"]["mark"];
}

/** What the cases show of the operations. A request counts for what it calls, in whatever folder its fixture lies. */
export function findEvidence(
  cases: readonly AcceptanceCase[],
  endpoints: readonly Endpoint[],
): readonly Evidence[] {
  return cases.flatMap((one) =>
    one.steps.flatMap(({ request, expect }) => {
      const method = fill(request.method, one);
      const endpoint = findEndpoint(endpoints, method, fill(request.path, one));
      if (!endpoint) return [];
      const fixture = one.id.split("/").slice(0, 2).join("/");
      const shared = {
        operationId: endpoint.operationId,
        fixture,
        caseId: one.id,
        mark: one.provenance.mark,
      };
      return statusesOf(expect, one).map((status) => ({ ...shared, status }));
    }),
  );
}

/** A variable of the case's row by its value; what only a run knows stays as it is. */
function fill(text: string, { variables }: AcceptanceCase): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = variables[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

function statusesOf(expect: AcceptanceCase["steps"][number]["expect"], one: AcceptanceCase): number[] {
  const { status, statuses } = expect;
  if (statuses) return Object.keys(statuses).map(Number);
  if (typeof status === "string") return [Number(fill(status, one))].filter(Number.isInteger);
  return status === undefined ? [] : [status].flat();
}

/** The endpoint of a path; of two that fit, the one with more fixed words. */
function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Endpoint | undefined {
  const segments = segmentsOf(path);
  const fitting = endpoints.filter((one) => one.method === method && fits(segmentsOf(one.path), segments));
  return fitting.toSorted((one, other) => parametersIn(one) - parametersIn(other))[0];
}

/** Slashes that are doubled or trailing are tolerated (panic-v2 §1.1). */
function segmentsOf(path: string): readonly string[] {
  const [bare = ""] = path.split("?");
  return bare.split("/").filter(Boolean);
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  if (template.length !== segments.length) return false;
  return template.every((part, index) => part.startsWith("{") || part === segments[index]);
}

function parametersIn({ path }: Endpoint): number {
  return path.split("{").length;
}
