import {
  addCustomers,
  addSubscription,
  personToken,
  type TestRequest,
  type TestResponse,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { operations } from "./app.ts";
import { recordStatements } from "./panic-v2/callouts/testing/record-statements.ts";
import type { Operation } from "./route.ts";
import type { Owner } from "./testing/makers.ts";
import { type NamedThing, namedThings } from "./testing/named-things.ts";
import { knowledgeOf, type Naming, requestsNaming, tenantsThings } from "./testing/sample-requests.ts";

/**
 * Over every operation and every id that a request to it can hold: what is another's is not there. Operations come from
 * the table that the server itself serves, so one that is added is held to this too; what it names must be in
 * `testing/makers.ts`.
 */
const system = useSystem();

interface Case {
  readonly name: string;
  readonly operation: Operation;
  readonly thing: NamedThing;
}

function casesOf(some: readonly Operation[]): Case[] {
  return some.flatMap((operation) =>
    tenantsThings(operation).map((thing) => ({
      name: `${operation.operationId}: ${thing.part} ${thing.way.join(".")}`,
      operation,
      thing,
    })),
  );
}

const closed = operations.filter(({ access }) => access !== "open");
const personal = closed.filter(({ access }) => access === "callout" || access === "customer");

/** Names of things that a person's token may hold without owning them, each with the reason. */
const notOwned: Readonly<Record<string, string>> = {
  "create-subscription: body customerId": "it is always the token's customer who is subscribed",
};

/** Members of a body that only choose among the tenant's own: what is not there chooses nothing. */
const choosing = new Set(["replay-webhooks: body calloutId"]);

test("it is known of everything that a request can name whose it is", () => {
  const unknown = operations.flatMap((operation) =>
    namedThings(operation)
      .filter((thing) => knowledgeOf(operation, thing) === undefined)
      .map(({ name }) => `${operation.operationId}: ${name}`),
  );
  expect(unknown).toEqual([]);
  expect(casesOf(closed).length).toBeGreaterThan(40);
});

/** A family of two: whatever may be done with a subscription may be done with theirs. */
async function owner(partner = system.partner): Promise<Owner> {
  const [customerId = 0, ...dependantCustomerIds] = await addCustomers(system, 2, partner);
  await addSubscription(system, { partner, customerId, dependantCustomerIds });
  return { partner, customerId };
}

interface Seen {
  readonly status: number;
  readonly code: unknown;
  readonly words: string;
  readonly statements: readonly string[];
}

async function see(request: TestRequest, token: string): Promise<Seen> {
  const answers: TestResponse[] = [];
  const statements = await recordStatements(system.context, async () =>
    answers.push(await system.request({ ...request, token })),
  );
  const [answer] = answers;
  if (!answer) throw new Error("There was no answer");
  // ids differ, and so may whatever the words quote
  const named = new URL(request.path, "http://x").pathname
    .split("/")
    .concat(JSON.stringify(request.body ?? ""));
  const words = named.reduce(
    (text, part) => (part.length > 3 ? text.replaceAll(part, "ID") : text),
    answer.text,
  );
  return {
    status: answer.status,
    code: answer.headers["x-error-code"],
    words: words.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+|made-[0-9a-f]+-\d/g, "ID"),
    statements,
  };
}

async function expectAbsent(
  { name, operation, thing }: Case,
  token: string,
  mine: Owner,
  stranger: Owner,
): Promise<Naming> {
  const naming = await requestsNaming(system, operation, thing, mine, stranger);
  const { own, foreign, absent } = naming;
  const [theirs, nobodys] = [await see(foreign, token), await see(absent, token)];
  expect(theirs).toEqual(nobodys);
  // a filter finds nothing; whatever else names what is not there is refused
  if (thing.part === "query" || choosing.has(name)) return naming;
  expect(theirs).toMatchObject({ status: 404, code: "not-found" });
  // or the sample proves nothing: of one's own the same request is done, or refused for another reason
  expect((await see(own, token)).status).not.toBe(404);
  return naming;
}

const asked: (readonly [foreign: TestRequest, absent: TestRequest])[] = [];

describe("another tenant's", () => {
  test.each(casesOf(closed))("$name", async (each) => {
    const { foreign, absent } = await expectAbsent(
      each,
      await system.token(),
      await owner(),
      await owner(system.otherPartner),
    );
    asked.push([foreign, absent]);
  });

  test("takes as long as what never was: the fastest of eight of each, all operations together", async () => {
    expect(asked.length).toBeGreaterThan(40);
    const token = await system.token();
    const milliseconds = async (request: TestRequest): Promise<number> => {
      const start = performance.now();
      await system.request({ ...request, token });
      return performance.now() - start;
    };
    let [theirs, nobodys] = [0, 0];
    for (const [foreign, absent] of asked) {
      const fastest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
      for (let round = 0; round < 8; round++) {
        fastest[0] = Math.min(fastest[0], await milliseconds(foreign));
        fastest[1] = Math.min(fastest[1], await milliseconds(absent));
      }
      theirs += fastest[0];
      nobodys += fastest[1];
    }
    expect(theirs / nobodys).toBeGreaterThan(0.8);
    expect(theirs / nobodys).toBeLessThan(1.25);
  });
});

describe.each(["callout", "customer"] as const)("through a %s token, another customer's", (scope) => {
  const mine = personal.filter(({ access }) => scope === "customer" || access === "callout");

  test.each(casesOf(mine).filter(({ name }) => !(name in notOwned)))("$name", async (each) => {
    const me = await owner();
    await expectAbsent(each, await personToken(system, scope, me.customerId), me, await owner());
  });

  test.each(casesOf(mine).filter(({ name }) => !(name in notOwned)))(
    "another tenant's: $name",
    async (each) => {
      const me = await owner();
      const token = await personToken(system, scope, me.customerId);
      await expectAbsent(each, token, me, await owner(system.otherPartner));
    },
  );
});
