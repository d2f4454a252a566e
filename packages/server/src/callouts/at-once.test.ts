import {
  addResponder,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  type TestResponder,
  useSystem,
} from "@tocsin/testkit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findCalloutView, verifyCallout } from "./index.ts";

const system = useSystem();

interface Offered {
  readonly callout: TestCallout;
  readonly responder: TestResponder;
  readonly offerId: number;
}

async function offered(): Promise<Offered> {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  const offerId = await nextId(system, "offer_id");
  const { responderId } = responder;
  const candidate = { responderId, etaSeconds: 100, distanceMetres: 100, reservable: true };
  await happen(system, callout, { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] });
  return { callout, responder, offerId };
}

const post = async ({ callout }: Offered, tail: string, body: object = {}): Promise<number> =>
  (await system.request({ method: "POST", path: `/panic-api/v2/callouts/${callout.id}/${tail}`, body }))
    .status;

const answer =
  (verb: "accept" | "decline") =>
  async ({ offerId, responder }: Offered): Promise<number> => {
    const path = `/responder/v1/offers/${offerId}/${verb}`;
    return (await system.request({ method: "POST", path, token: await responder.token(), body: {} })).status;
  };
const accept = answer("accept");
const decline = answer("decline");

/** Whatever happened: the timeline is whole, and nobody is held by a callout that is over. */
async function expectNothingLost({ callout: { id, partner } }: Offered): Promise<string> {
  const { db } = system.context;
  const [report] = await verifyCallout(db, id);
  expect(report?.faults).toEqual([]);
  const view = await findCalloutView(db, partner.customerSourceId, id, "partner");
  const [held] = await db.query<{ engaged: number; live: number; running: number; deadlines: number }>({
    text: `select (select count(*) from engagement where callout_id = $1) as engaged,
      (select count(*) from offer where callout_id = $1 and state = 'live') as live,
      (select count(*) from assignment where callout_id = $1 and state in ('assigned', 'onScene')) as running,
      (select count(*) from deadline where callout_id = $1) as deadlines`,
    values: [id],
  });
  expect(held?.engaged).toBe((held?.live ?? 0) + (held?.running ?? 0));
  const isOver = view?.phase === "cancelled" || view?.phase === "closed";
  expect(isOver ? held?.engaged : 0).toBe(0);
  expect((held?.deadlines ?? 0) > 0).toBe(view?.phase !== "closed");
  return view?.phase ?? "";
}

test("a cancel and an acceptance at the same instant: the cancel holds, and the responder is stood down or told", async () => {
  for (let round = 0; round < 20; round++) {
    const all = await offered();
    const both = round % 2 === 0 ? [post(all, "cancel"), accept(all)] : [accept(all), post(all, "cancel")];
    const statuses = await Promise.all(both);
    const [cancelled, accepted] = round % 2 === 0 ? statuses : statuses.toReversed();
    expect(cancelled).toBe(200);
    expect([200, 409]).toContain(accepted);
    expect(await expectNothingLost(all)).toBe("cancelled");
    const [assignment] = await system.context.db.query<{ state: string }>({
      text: "select state from assignment where callout_id = $1",
      values: [all.callout.id],
    });
    expect(assignment?.state).toBe(accepted === 200 ? "stoodDown" : undefined);
  }
});

const acts = {
  cancel: (all: Offered) => post(all, "cancel"),
  dismiss: (all: Offered) => post(all, "dismiss"),
  move: (all: Offered) => post(all, "location", { latitude: 1, longitude: 2 }),
  comment: (all: Offered) => post(all, "events", { message: "Hurry" }),
  reason: (all: Offered) => post(all, "exceptionReasons", { exceptionReasonId: 102 }),
  accept,
  decline,
} as const;

test("any acts at the same instant: each is done or refused, none is lost and none breaks the record", async () => {
  const names = fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[]));
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 2, maxLength: 8 }), async (chosen) => {
      const all = await offered();
      const statuses = await Promise.all(chosen.map((name) => acts[name](all)));
      for (const status of statuses) expect([200, 201, 285, 409]).toContain(status);
      await expectNothingLost(all);
      const kinds = await system.context.db.query<{ kind: string }>({
        text: "select kind from callout_event where callout_id = $1",
        values: [all.callout.id],
      });
      const count = (kind: string): number => kinds.filter((line) => line.kind === kind).length;
      const done = (name: keyof typeof acts, status: number): number =>
        chosen.filter((each, index) => each === name && statuses[index] === status).length;
      expect(count("commented")).toBe(done("comment", 201) + done("reason", 201));
      expect(count("moved")).toBe(done("move", 200));
      // whoever gives the same answer again is told so, and it is done once
      expect(count("offerAccepted")).toBe(Math.min(1, done("accept", 200)));
      expect(count("offerDeclined")).toBe(Math.min(1, done("decline", 200)));
      expect(count("closed")).toBe(done("dismiss", 200));
    }),
    { numRuns: 25 },
  );
});
