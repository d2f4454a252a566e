import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { useSystem } from "@tocsin/testkit";
import { afterEach, beforeAll, expect, test } from "vitest";
import { includes } from "./fixture.ts";
import { type HttpAnswer, type HttpRequest, send } from "./http-client.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { loadCases } from "./load-cases.ts";
import { failureLine } from "./report.ts";
import { runCase } from "./run-case.ts";
import { openTarget, type Target } from "./tenants.ts";

// A suite that can't fail proves nothing. Here a proxy spoils what the server answers, one way at a time.
interface Sabotage {
  readonly request?: (request: HttpRequest) => HttpRequest;
  readonly answer?: (answer: HttpAnswer, request: HttpRequest) => Partial<HttpAnswer>;
}

const system = useSystem();
let server: URL;
let proxy: Server | undefined;

beforeAll(async () => {
  await system.app.listen({ port: 0, host: "127.0.0.1" });
  server = addressOf(system.app.server);
});

afterEach(() => {
  proxy?.close();
});

function addressOf(listening: Pick<Server, "address">): URL {
  return new URL(`http://127.0.0.1:${(listening.address() as AddressInfo).port}`);
}

async function openSpoiled(sabotage: Sabotage): Promise<Target> {
  proxy = createServer((incoming, outgoing) => {
    void forward(incoming, sabotage).then(({ status, headers, text }) =>
      outgoing.writeHead(status, headers).end(text),
    );
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  return openTarget(addressOf(proxy), { server: system.partner, other: system.otherPartner });
}

async function forward(incoming: IncomingMessage, { request, answer }: Sabotage): Promise<HttpAnswer> {
  const { authorization, "content-type": type, "idempotency-key": key } = incoming.headers;
  const headers = { authorization, "content-type": type, "idempotency-key": key as string | undefined };
  const sent = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  );
  const body = await text(incoming);
  const original: HttpRequest = {
    method: incoming.method ?? "",
    path: incoming.url ?? "",
    headers: Object.fromEntries(sent),
    body: body === "" ? undefined : Buffer.from(body),
  };
  const honest = await send(server, request?.(original) ?? original);
  const { "content-length": _length, "transfer-encoding": _encoding, ...kept } = honest.headers;
  return { ...honest, headers: kept, ...answer?.({ ...honest, headers: kept }, original) };
}

/** Changes each object in a JSON answer. */
function inObjects(change: (object: JsonObject) => JsonObject): NonNullable<Sabotage["answer"]> {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    return change(Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item)])));
  };
  return ({ body, text }) => ({ text: body === undefined ? text : JSON.stringify(walk(body)) });
}

function without(name: string): NonNullable<Sabotage["answer"]> {
  return inObjects(({ [name]: _gone, ...rest }) => rest);
}

function withoutHeader(name: string): NonNullable<Sabotage["answer"]> {
  return ({ headers: { [name]: _gone, ...headers } }) => ({ headers });
}

function asText(name: string): NonNullable<Sabotage["answer"]> {
  return inObjects((object) =>
    name in object ? { ...object, [name]: JSON.stringify(object[name]) } : object,
  );
}

const raise = "create-fixed-location-callout";
const sabotages: readonly [what: string, noticedBy: string, sabotage: Sabotage][] = [
  ["an id as text", raise, { answer: asText("id") }],
  ["coordinates of a callout as text", raise, { answer: asText("latitude") }],
  ["no tracking page's address", raise, { answer: without("url") }],
  ["no envelope", raise, { answer: without("callout") }],
  [
    "200 for what was created",
    raise,
    { answer: ({ status }) => ({ status: status === 201 ? 200 : status }) },
  ],
  ["401 as 403", raise, { answer: ({ status }) => ({ status: status === 401 ? 403 : status }) }],
  ["a 400 that names nothing", raise, { answer: without("errors") }],
  ["errors without a code", raise, { answer: withoutHeader("x-error-code") }],
  ["answers without a request id", "get-callout", { answer: withoutHeader("x-request-id") }],
  ["no incident row", "get-callout", { answer: without("incidentInformation") }],
  ["a list in the wrong order", "list-active-callouts", { answer: reversed }],
  ["a list in an envelope", "list-fixed-locations", { answer: enveloped }],
  ["numbers for a location's coordinates", "create-fixed-location", { answer: inObjects(withNumbers) }],
  ["every tenant is one", "get-fixed-location", { request: asOneTenant }],
  [
    "no key is remembered",
    raise,
    { request: ({ headers: { "idempotency-key": _key, ...headers }, ...rest }) => ({ ...rest, headers }) },
  ],
  [
    "a script in the page",
    "tracking-page",
    { answer: ({ text }) => ({ text: text.replace("</body>", "<script></script></body>") }) },
  ],
  [
    "an opaque token",
    "create-oauth-token",
    { answer: inObjects((object) => ({ ...object, accessToken: "opaque" })) },
  ],
];

function reversed({ body, text }: HttpAnswer): Partial<HttpAnswer> {
  return { text: Array.isArray(body) ? JSON.stringify(body.toReversed()) : text };
}

function enveloped({ body, text }: HttpAnswer): Partial<HttpAnswer> {
  return { text: Array.isArray(body) ? JSON.stringify({ items: body }) : text };
}

function withNumbers(object: JsonObject): JsonObject {
  const { latitude, longitude } = object;
  return latitude === undefined
    ? object
    : { ...object, latitude: Number(latitude), longitude: Number(longitude) };
}

/** The other tenant's token is taken for the first's: the last token the server gave to it. */
let ownToken: string | undefined;
function asOneTenant(request: HttpRequest): HttpRequest {
  const { authorization } = request.headers;
  if (authorization === undefined) return request;
  ownToken ??= authorization;
  return { ...request, headers: { ...request.headers, authorization: ownToken } };
}

const smoke = loadCases().filter(({ profile, needs }) => includes("smoke", profile) && needs.length === 0);

async function failuresOf(operation: string, target: Target, run: string): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [index, acceptanceCase] of smoke.entries()) {
    if (acceptanceCase.operation !== operation) continue;
    const failure = await runCase(acceptanceCase, target, `${run}-${index}`);
    if (failure) failures.push(failureLine(acceptanceCase, failure, target));
  }
  return failures;
}

test.each([...new Set(sabotages.map(([, operation]) => operation))])(
  "%s finds no fault with a proxy that changes nothing",
  async (operation) => {
    const target = await openSpoiled({});
    expect(await failuresOf(operation, target, "honest")).toEqual([]);
  },
);

test.each(sabotages.map(([what, operation, sabotage], index) => ({ what, operation, sabotage, index })))(
  "$operation notices $what",
  async ({ operation, sabotage, index }) => {
    const target = await openSpoiled(sabotage);
    expect(await failuresOf(operation, target, `spoiled-${index}`)).not.toEqual([]);
  },
);
