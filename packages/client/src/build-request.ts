import type { Body, Route } from "./route.ts";

/** Parameters by name, and the body under `body`. */
export interface Parameters {
  readonly [name: string]: unknown;
  readonly body?: unknown;
}

export interface BuiltRequest {
  readonly url: string;
  readonly contentType: string | undefined;
  readonly body: Body | undefined;
}

/**
 * The address and the body of a call: path parameters percent-encoded, query parameters that are absent left out, an
 * object as JSON, everything else as it comes (fetch names its type).
 * @throws TypeError naming a path parameter that is missing
 */
export function buildRequest(baseUrl: string, route: Route, parameters: Parameters): BuiltRequest {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = textOf(parameters[name]);
    if (value === "") throw new TypeError(`${name} is missing`);
    return encodeURIComponent(value);
  });
  const { body } = parameters;
  const json = body !== undefined && !isBody(body);
  return {
    url: baseUrl + path + queryText(route, parameters),
    contentType: json ? "application/json" : undefined,
    body: json ? JSON.stringify(body) : body,
  };
}

function queryText({ query }: Route, parameters: Parameters): string {
  const given = query.map((name) => [name, textOf(parameters[name])]).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** Parameters are texts, numbers and booleans; what is absent is empty. */
function textOf(value: unknown): string {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return plain ? String(value) : "";
}

function isBody(body: unknown): body is Body {
  return (
    typeof body === "string" ||
    body instanceof FormData ||
    body instanceof Blob ||
    body instanceof URLSearchParams ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}
