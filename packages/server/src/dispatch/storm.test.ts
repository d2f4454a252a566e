import { type CalloutEvent, defaultTiming } from "@tocsin/domain";
import { addPlaces, fixAt, raiseCommand, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { afterAll, assert, beforeAll, expect, test } from "vitest";
import { changeCallout } from "../callouts/index.ts";
import { AppError } from "../errors.ts";
import { nextAssignmentId } from "./dispatch-store.ts";
import { addFleet, addSupplier } from "./testing/add-fleet.ts";
import { brokenPromises } from "./testing/broken-promises.ts";
import { newNode } from "./testing/new-node.ts";

const system = useSystem();
const responder = { kind: "responder", id: null, name: null } as const;
const controller = { kind: "controller", id: 301, name: "Controller" } as const;
const place = { latitude: -26.1, longitude: 28.05 };
type Node = Awaited<ReturnType<typeof newNode>>;
let nodes: readonly Node[] = [];
let fleet: readonly number[] = [];
let rounds = 0;

beforeAll(async () => {
  const supplierId = await addSupplier(system);
  fleet = await addFleet(
    system,
    Array.from({ length: 6 }, (_, index) => ({
      supplierId,
      position: { ...place, latitude: place.latitude + index * 0.002 },
    })),
  );
  nodes = await Promise.all([newNode(system), newNode(system)]);
});
afterAll(() => Promise.all(nodes.map((node) => node.stop())));

/** Something that somebody does; `pick` chooses among those it can be done to just then. */
interface Act {
  readonly kind: (typeof kinds)[number];
  readonly pick: number;
  readonly node: number;
}

const kinds = [
  "look",
  "accept",
  "decline",
  "arrive",
  "complete",
  "abort",
  "cancel",
  "standDown",
  "comment",
  "check",
] as const;
const act = fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(99), node: fc.nat(1) });
/** What happens at the same time, and the seconds that pass before. */
const moment = fc.record({
  seconds: fc.constantFrom(0, 0, 1, 5, 20, 30, 120),
  acts: fc.array(act, { minLength: 1, maxLength: 8 }),
});

interface Work {
  readonly id: number;
  readonly calloutId: number;
}

async function pickOne(text: string, pick: number): Promise<Work | undefined> {
  const rows = await system.context.db.query<Work>({ text });
  return rows[pick % Math.max(1, rows.length)];
}

const liveOffers = `select id, callout_id as "calloutId" from offer where state = 'live' order by id`;
const running = `select id, callout_id as "calloutId" from assignment where state in ('assigned', 'onScene') order by id`;
const open = `select id, id as "calloutId" from callout where phase <> 'closed' order by id`;

async function eventOf({ kind, pick }: Act): Promise<(Work & { event: CalloutEvent }) | undefined> {
  const isAnswer = kind === "accept" || kind === "decline";
  const isWork = kind === "arrive" || kind === "complete" || kind === "abort";
  const work = await pickOne(isAnswer ? liveOffers : isWork ? running : open, pick);
  if (!work) return undefined;
  const { id } = work;
  const by = isAnswer || isWork ? responder : controller;
  const events: Partial<Record<Act["kind"], CalloutEvent>> = {
    decline: { type: "offerDeclined", offerId: id, reason: null, by },
    arrive: { type: "arrived", assignmentId: id, position: null, by },
    complete: { type: "completed", assignmentId: id, outcome: null, notes: null, by },
    abort: { type: "aborted", assignmentId: id, reason: "a flat tyre", by },
    cancel: { type: "cancelled", kind: "plain", reason: null, by },
    standDown: { type: "stoodDown", responderId: null, reason: "not needed", by },
    comment: { type: "commented", message: "…", source: null, by },
  };
  const assignmentId = kind === "accept" ? await nextAssignmentId(system.context.db) : 0;
  const accept = { type: "offerAccepted", offerId: id, assignmentId, etaSeconds: null, by } as const;
  return { ...work, event: events[kind] ?? accept };
}

async function perform(each: Act): Promise<void> {
  const node = nodes[each.node];
  if (!node) throw new Error("no such node");
  if (each.kind === "look") return void (await node.deadlines.runDue());
  // each promise is one statement, so it must hold in the middle of everything too
  if (each.kind === "check") return assert.deepEqual(await brokenPromises(system.context.db), {});
  const chosen = await eventOf(each);
  if (!chosen) return;
  const { customerSourceId } = system.partner;
  const { calloutId, event } = chosen;
  await changeCallout(node, { customerSourceId, calloutId, timing: defaultTiming, event: () => event }).catch(
    (error: unknown) => {
      // too late: somebody else was quicker, and that is the answer
      if (!(error instanceof AppError && error.code === "callout-state")) throw error;
    },
  );
}

test("through any storm of answers, cancels and time, with two nodes, every promise holds at every moment", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(moment, { minLength: 5, maxLength: 15 }),
      async (count, moments) => {
        await system.context.db.query({
          text: "truncate callout, callout_event, deadline, outbox, offer, assignment, engagement, decision",
        });
        const references = await addPlaces(system, count, `storm-${++rounds}`);
        await Promise.all(references.map((each) => system.context.raises.raise(raiseCommand(system, each))));
        for (const { seconds, acts } of moments) {
          system.clock.advance({ seconds });
          for (const node of nodes) {
            for (const id of fleet) node.fleet.record(id, [fixAt(place, system.clock.now())]);
          }
          await Promise.all(acts.map(perform));
          expect(await brokenPromises(system.context.db)).toEqual({});
        }
      },
    ),
    { numRuns: 15 },
  );
}, 180_000);
