import {
  addResponder,
  addSubscription,
  bringTo,
  happen,
  nextId,
  personToken,
  raiseCallout,
  raiseForCustomer,
  type TestCallout,
  type TestRequest,
  type TestResponse,
  useSystem,
} from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "../../app.ts";
import { addCustomer } from "./testing/add-customer.ts";
import { recordStatements } from "./testing/record-statements.ts";
import { createRenaming } from "./testing/rename-numbers.ts";

/**
 * Two people cancel at the same instant, one with the right code, one forced and with a wrong one. Whoever holds the
 * telephone asks everything that it may ask: no answer may tell the two apart.
 */
const system = useSystem();
let customers = 1000;

// so that ids of lines are long numbers too
beforeAll(() => system.context.db.query({ text: "alter table callout_event alter id restart with 70001" }));

interface Person {
  readonly callout: TestCallout;
  readonly customerId: number;
  readonly token: string;
  readonly responderId: number;
  readonly assignmentId: number;
  readonly rename: (text: string) => string;
  /** Of the rating of the callout; 999999 as long as there is none. */
  ratingId(): number;
  rated(id: number): void;
}

async function underway(
  scope: "callout" | "customer",
  raisedFor: "place" | "person" = "person",
): Promise<Person> {
  const customerId = await addCustomer(system, { mobile: `+2782${customers++}1234`, duressCode: "0000" });
  await addSubscription(system, { customerId });
  const callout =
    raisedFor === "place" ? await raiseCallout(system, { customerId }) : await raiseByPress(customerId);
  const { responderId } = await addResponder(system);
  const assignmentId = await bringTo(system, callout, "assigned", { responderId });
  const token = await personToken(system, scope, customerId);
  let ratingId = 999_999;
  return {
    callout,
    customerId,
    token,
    responderId,
    assignmentId,
    rename: createRenaming(),
    ratingId: () => ratingId,
    rated: (id) => {
      ratingId = id;
    },
  };
}

async function raiseByPress(customerId: number): Promise<TestCallout> {
  const { body } = await raiseForCustomer(system, { customerId });
  return { id: body.id, reference: "", page: new URL(body.url).pathname, partner: system.partner };
}

type Ask = (person: Person) => Omit<TestRequest, "token">;

const onCallout =
  (method: TestRequest["method"], tail: string, body?: unknown): Ask =>
  ({ callout }) => ({ method, path: `/panic-api/v2/callouts/${callout.id}${tail}`, body });

const place = { latitude: -26.21, longitude: 28.04, accuracy: 12 };

/** Everything that a person's token may ask about a callout. */
const asks: Readonly<Record<string, Ask>> = {
  "get-callout": onCallout("GET", ""),
  "list-callout-events": onCallout("GET", "/events"),
  "create-callout-event": onCallout("POST", "/events", { message: "Please come @gate" }),
  "update-callout-location": onCallout("POST", "/location", place),
  "update-callout-location-and-return": onCallout("POST", "/updateLocationAndReturnCallout", place),
  "create-callout-rating": ({ callout }) => ({
    method: "POST",
    path: "/panic-api/v2/ratings",
    body: { calloutId: callout.id, rating: 4 },
  }),
  "list-rating-items": () => ({ method: "GET", path: "/panic-api/v2/rating-items" }),
  // of the rating that was made by then, if one could be
  "create-rating-item": ({ ratingId }) => ({
    method: "POST",
    path: "/panic-api/v2/rating-items",
    body: { ratingId: ratingId(), ratingItemDescription: "Fast" },
  }),
  "cancel-callout": onCallout("POST", "/cancel", { safeCode: "1234" }),
  "cancel-callout, with a wrong code": onCallout("POST", "/cancel", { safeCode: "9876" }),
  "cancel-callout, without a code": onCallout("POST", "/cancel", {}),
  // a new one each, which the next ones are added to
  "create-customer-callout": ({ customerId }) => ({
    method: "POST",
    path: `/panic-api/v2/customers/${customerId}/callouts`,
    body: { responseTypeId: 1, location: place },
  }),
  "create-callout": () => ({
    method: "POST",
    path: "/panic-api/v2/callouts",
    body: { responseTypeId: 1, ...place },
  }),
  "list-customer-callouts": ({ customerId }) => ({
    method: "GET",
    path: `/panic-api/v2/customers/${customerId}/callouts`,
  }),
  "tracking page": ({ callout }) => ({ method: "GET", path: callout.page }),
};

const volatile = new Set(["x-request-id", "date", "content-length"]);

async function answerOf(person: Person, ask: Ask) {
  const { token, rename } = person;
  const answers: TestResponse[] = [];
  const statements = await recordStatements(system.context, async () =>
    answers.push(await system.request({ ...ask(person), token })),
  );
  // what is done after the answer must not stand among what the next one takes
  await system.context.quietMoves.stop();
  const [answer] = answers;
  if (!answer) throw new Error("There was no answer");
  if (answer.body?.calloutRatingPostResult) person.rated(answer.body.id);
  const headers = Object.entries(answer.headers).filter(([name]) => !volatile.has(name));
  return { status: answer.status, text: rename(answer.text), headers, statements };
}

async function compareAll(calm: Person, forced: Person): Promise<void> {
  for (const [name, ask] of Object.entries(asks)) {
    const expected = await answerOf(calm, ask);
    expect({ name, ...(await answerOf(forced, ask)) }).toEqual({ name, ...expected });
  }
}

const duty = { kind: "controller", id: 1, name: "Duty" } as const;

/** Behind the back of whoever forces: help goes on, and people talk about it. */
async function helpGoesOn({ callout, responderId, assignmentId }: Person): Promise<void> {
  const by = { kind: "responder", id: responderId, name: null } as const;
  await happen(system, callout, { type: "owned", owner: { operatorId: 1, name: "Duty" }, force: false });
  await happen(system, callout, { type: "verified", classificationId: 2, by: duty });
  await happen(system, callout, { type: "arrived", assignmentId, position: null, by });
  await happen(system, callout, { type: "commented", message: "She is forced", source: null, by: duty });
  const { responderId: second } = await addResponder(system);
  await happen(system, callout, {
    type: "dispatchedByHand",
    assignmentId: await nextId(system, "assignment_id"),
    responderId: second,
    etaSeconds: 60,
    instruction: null,
    additional: true,
    unfit: [],
    overrideReason: null,
    by: duty,
  });
  const server = { method: "POST", path: `/panic-api/v2/callouts/${callout.id}/events` } as const;
  await system.request({ ...server, body: { message: "The police know" } });
}

test("every operation that the alarm button may call is asked", () => {
  const asked = new Set(Object.keys(asks).map((name) => name.split(",")[0]));
  const allowed = operations.filter(({ access }) => access === "callout");
  expect(allowed.map(({ operationId }) => operationId).filter((name) => !asked.has(name))).toEqual([]);
});

describe.each([
  ["callout", "person"],
  ["callout", "place"],
  ["customer", "person"],
] as const)("through a %s token, of a callout raised for a %s", (scope, raisedFor) => {
  test.each(["9876", "0000"])(
    "forced to cancel, with %s: as if the right code had been given",
    async (code) => {
      const [calm, forced] = [await underway(scope, raisedFor), await underway(scope, raisedFor)];
      await compareBefore(calm, forced);
      const cancel = (safeCode: string): Ask => onCallout("POST", "/cancel", { safeCode });
      const expected = await answerOf(calm, cancel("1234"));
      expect(await answerOf(forced, cancel(code))).toEqual(expected);
      await compareAll(calm, forced);

      system.clock.advance({ seconds: 60 });
      await helpGoesOn(forced);
      await compareAll(calm, forced);

      // cancelled callouts close by themselves now, and so does what seems to be one
      system.clock.advance({ seconds: 60 });
      await system.drain();
      await compareAll(calm, forced);
      system.clock.advance({ seconds: 30 });
      await compareAll(calm, forced);
      await system.drain();
      await compareAll(calm, forced);
    },
  );
});

/** So that the two are known to be alike before the one thing that differs. */
async function compareBefore(calm: Person, forced: Person): Promise<void> {
  for (const name of [
    "get-callout",
    "list-callout-events",
    "update-callout-location",
    "create-callout-event",
  ]) {
    const ask = asks[name] ?? onCallout("GET", "");
    expect(await answerOf(forced, ask)).toEqual(await answerOf(calm, ask));
  }
}

test("the ids of what the person writes afterwards have no gaps, whatever others write in between", async () => {
  const forced = await underway("callout");
  await system.request({
    ...onCallout("POST", "/cancel", { safeCode: "9876" })(forced),
    token: forced.token,
  });
  await helpGoesOn(forced);
  const say = onCallout("POST", "/events", { message: "I am fine" });
  const said = [1, 2].map(() => system.request({ ...say(forced), token: forced.token }));
  const ids = (await Promise.all(said)).map(({ body }) => body.id).toSorted();
  const { body } = await system.request({ ...onCallout("GET", "/events")(forced), token: forced.token });
  const [cancel, ...after] = body.slice(-3).map(({ id }: { id: number }) => id);
  expect(after).toEqual([cancel + 1, cancel + 2]);
  expect(ids).toEqual(after);
});

describe("while the partner's server and the control room see what is true", () => {
  async function forcedPerson(): Promise<Person> {
    const person = await underway("callout");
    const safeCode = "9876";
    await system.request({ ...onCallout("POST", "/cancel", { safeCode })(person), token: person.token });
    return person;
  }
  const asServer = (person: Person, tail = "") => system.request(onCallout("GET", tail)(person));

  test("server tokens read it as it is, events included", async () => {
    const person = await forcedPerson();
    expect((await asServer(person)).body.status).toBe("Responder Dispatched");
    const kinds = (await asServer(person, "/events")).body.map(
      (line: { event: { kind: string } }) => line.event.kind,
    );
    expect(kinds).toContain("duress");
  });

  test("a position sent after the callout seems to be closed is kept, though answered as if it were not", async () => {
    const person = await forcedPerson();
    system.clock.advance({ seconds: 500 });
    const moved = onCallout("POST", "/location", { latitude: -25.5, longitude: 28.5 });
    const answer = await system.request({ ...moved(person), token: person.token });
    expect(answer).toMatchObject({ status: 285, body: { status: "closed" } });
    expect(answer.body.latitude).not.toBe(-25.5);
    await system.drain();
    expect((await asServer(person)).body).toMatchObject({ latitude: -25.5, longitude: 28.5 });
    const own = await system.request({ ...onCallout("GET", "")(person), token: person.token });
    expect(own.body.latitude).not.toBe(-25.5);
  });

  test("once the control room says that nobody is forced, the person reads the callout as it is, and no word of it", async () => {
    const person = await forcedPerson();
    await happen(system, person.callout, { type: "duressCleared", reason: "She called", by: duty });
    const read = (tail: string) => system.request({ ...onCallout("GET", tail)(person), token: person.token });
    expect((await read("")).body.status).toBe("Responder Dispatched");
    expect((await read("/events")).text).not.toMatch(/duress|wrong code|cancel/i);
  });
});
