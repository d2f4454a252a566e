import type { TestRequest, TestSystem } from "@tocsin/testkit";
import { readExchanges } from "../openapi/exchanges.ts";
import type { Operation } from "../route.ts";
import { makers, type Owner, otherNames, ownWords, referenceData } from "./makers.ts";
import { type NamedThing, namedThings } from "./named-things.ts";

const exchanges = readExchanges();

type Id = number | string;
type Maker = (typeof makers)[string];

/** What the table says of a thing: how to make one, that it is nobody's, or nothing. */
export function knowledgeOf(
  { operationId }: Operation,
  { name }: NamedThing,
): Maker | "nobody's" | undefined {
  for (const key of [`${operationId} ${name}`, name]) {
    const maker = makers[key];
    if (maker) return maker;
    if (referenceData.has(key) || ownWords.has(key)) return "nobody's";
  }
  return undefined;
}

/** Things of a tenant's that an operation can name. */
export function tenantsThings(operation: Operation): NamedThing[] {
  return namedThings(operation).filter((thing) => typeof knowledgeOf(operation, thing) === "object");
}

export interface Naming {
  readonly own: TestRequest;
  readonly foreign: TestRequest;
  readonly absent: TestRequest;
}

/**
 * An operation's sample request three times: everything that it names is `owner`'s; one thing is `stranger`'s; that thing is
 * nobody's. The body is that of the operation's example in the contract, one with this member if there is one.
 */
export async function requestsNaming(
  system: TestSystem,
  operation: Operation,
  thing: NamedThing,
  owner: Owner,
  stranger: Owner,
): Promise<Naming> {
  const maker = makerOf(operation, thing);
  const draft = await sampleOf(system, operation, owner, thing);
  const named = (id: Id): TestRequest => compose(operation, withId(draft, thing, id));
  return {
    own: compose(operation, draft),
    foreign: named(await maker.make(system, stranger, new Map())),
    absent: named(maker.absent),
  };
}

/** A sample of a request in which everything is `owner`'s. */
export async function sampleRequest(
  system: TestSystem,
  operation: Operation,
  owner: Owner,
): Promise<TestRequest> {
  return compose(operation, await sampleOf(system, operation, owner));
}

async function sampleOf(
  system: TestSystem,
  operation: Operation,
  owner: Owner,
  wanted?: NamedThing,
): Promise<Draft> {
  const made = new Map<string, Id>();
  let draft: Draft = { ids: new Map(), body: sampleBody(operation, wanted) };
  for (const thing of namedThings(operation)) {
    const known = knowledgeOf(operation, thing);
    const isWanted = wanted?.name === thing.name && wanted.way.join() === thing.way.join();
    const isThere = thing.part === "path" || (thing.part === "body" && has(draft.body, thing.way));
    if (typeof known !== "object" || !(isThere || isWanted)) continue;
    const id = await known.make(system, owner, made);
    made.set(thing.name, id);
    draft = withId(draft, thing, id);
  }
  return draft;
}

function makerOf(operation: Operation, thing: NamedThing): Maker {
  const maker = knowledgeOf(operation, thing);
  if (typeof maker !== "object") throw new Error(`Nobody knows how to make ${thing.name}`);
  return maker;
}

interface Draft {
  readonly ids: ReadonlyMap<string, Id>;
  readonly body: unknown;
}

function withId(draft: Draft, { part, way, name }: NamedThing, id: Id): Draft {
  if (part === "body") return { ...draft, body: put(draft.body, way, id) };
  return { ...draft, ids: new Map([...draft.ids, [part === "query" ? `?${name}` : (way[0] ?? ""), id]]) };
}

function compose({ method, path }: Operation, { ids, body }: Draft): TestRequest {
  const filled = path.replaceAll(/:(\w+)/g, (_whole, parameter: string) =>
    encodeURIComponent(String(ids.get(parameter) ?? defaults[parameter] ?? "1")),
  );
  const query = [...ids]
    .filter(([name]) => name.startsWith("?"))
    .map(([name, id]) => `${name.slice(1)}=${id}`);
  const target = query.length > 0 ? `${filled}?${query.join("&")}` : filled;
  return { method, path: target, ...(body === undefined ? {} : { body }) };
}

/** Parameters of a path that are no ids of things. */
const defaults: Readonly<Record<string, string>> = { serviceType: "unlock", responseTypeId: "1" };

function sampleBody({ operationId, body }: Operation, wanted: NamedThing | undefined): unknown {
  if (!body) return undefined;
  const bodies = (exchanges.get(operationId) ?? []).map(({ request }) => request?.body ?? {});
  const fitting = wanted?.part === "body" ? bodies.find((each) => has(each, wanted.way)) : undefined;
  const sample = fitting ?? bodies[0] ?? {};
  const otherName = wanted && otherNames[wanted.name];
  const members = Object.entries(sample).filter(([name]) => name !== otherName);
  return inTheFuture(Object.fromEntries(members));
}

/** The contract's examples are of 2024; tests live in January 2026. */
function inTheFuture(body: unknown): unknown {
  const text = JSON.stringify(body).replaceAll(
    /"(20\d\d)(?=-\d\d-\d\d)/g,
    (_whole, year) => `"${Number(year) + 2}`,
  );
  return JSON.parse(text);
}

function has(body: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (step === "[]") return Array.isArray(body);
  return typeof body === "object" && body !== null && step in body && has(Reflect.get(body, step), rest);
}

function put(body: unknown, [step, ...rest]: readonly string[], id: Id): unknown {
  if (step === undefined) return id;
  if (step === "[]") return [put(undefined, rest, id)];
  const members = typeof body === "object" && body !== null ? body : {};
  return { ...members, [step]: put(Reflect.get(members, step), rest, id) };
}
