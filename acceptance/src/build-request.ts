import { type FixtureRequest, rawBody } from "./fixture.ts";
import type { HttpRequest } from "./http-client.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { fill, fillText, type Variables } from "./template.ts";

/**
 * Makes the request a fixture describes.
 * @throws UnknownVariable
 */
export function buildRequest(
  request: FixtureRequest,
  variables: Variables,
  tokens: Readonly<Record<string, string>>,
): HttpRequest {
  const body = buildBody(request, variables);
  const headers: Record<string, string | null> = body ? { "content-type": "application/json" } : {};
  const authorization = authorizationOf(fillText(request.auth, variables), tokens);
  if (authorization !== undefined) headers.authorization = authorization;
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    headers[fillText(name, variables).toLowerCase()] = value === null ? null : fillText(value, variables);
  }
  const sent = Object.entries(headers).filter((header): header is [string, string] => header[1] !== null);
  return {
    method: fillText(request.method, variables),
    path: fillText(request.path, variables),
    headers: Object.fromEntries(sent),
    body,
  };
}

/** A tenant's name stands for its token; anything else is the header itself. */
function authorizationOf(auth: string, tokens: Readonly<Record<string, string>>): string | undefined {
  if (auth === "none") return undefined;
  const token = tokens[auth];
  return token === undefined ? auth : `Bearer ${token}`;
}

function buildBody(request: FixtureRequest, variables: Variables): Buffer | undefined {
  const { body } = request;
  if (body !== undefined)
    return Buffer.from(JSON.stringify(changed(fill(body, variables), request, variables)));
  if (request.rawBody === undefined) return undefined;
  const raw = rawBody.parse(fill(request.rawBody, variables));
  if (typeof raw === "string") return Buffer.from(raw);
  if ("hex" in raw) return Buffer.from(raw.hex, "hex");
  return Buffer.from(raw.before + raw.repeat.repeat(raw.times) + raw.after);
}

function changed(body: Json, { merge, omit }: FixtureRequest, variables: Variables): Json {
  if (merge === undefined && omit === undefined) return body;
  const over = fill(merge ?? {}, variables);
  if (!isObject(body) || !isObject(over)) throw new Error("merge and omit are for a body that is an object");
  const result: JsonObject = { ...body, ...over };
  const left = (omit ?? []).map((name) => fillText(name, variables));
  return Object.fromEntries(Object.entries(result).filter(([name]) => !left.includes(name)));
}
