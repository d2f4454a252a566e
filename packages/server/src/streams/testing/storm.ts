import { type CalloutEvent, defaultTiming } from "@tocsin/domain";
import { addPlaces, addResponders, raiseCommand, type TestSystem } from "@tocsin/testkit";
import { changeCallout } from "../../callouts/index.ts";
import type { Queryable } from "../../db/index.ts";
import { nextAssignmentId } from "../../dispatch/index.ts";
import type { AppContext } from "../../index.ts";

interface LiveOffer {
  readonly id: number;
  readonly customer_source_id: number;
  readonly callout_id: number;
  readonly responder_id: number;
}

type Node = Pick<AppContext, "clock" | "changes"> & { readonly db: Queryable };

const liveOffers =
  "select id, customer_source_id, callout_id, responder_id from offer where state = 'live' order by id";
const placesInAWave = 12;
const responders = 24;

/**
 * Makes things happen on two nodes until told to stop: raises, offers, answers, closes. Each answer of the one node comes
 * in a transaction that is open before an answer of the other is begun and after that is committed: so entries with lower
 * numbers appear after such with higher ones.
 */
export async function storm(
  system: TestSystem,
  [one, other]: readonly [AppContext, AppContext],
  isOver: () => boolean,
): Promise<void> {
  await addResponders(system, responders);
  await system.context.fleet.flush();
  for (let wave = 0; !isOver(); wave++) {
    const t0 = performance.now();
    const references = await addPlaces(system, placesInAWave, `WAVE-${wave}`);
    await Promise.all(
      references.map((reference, index) =>
        (index % 2 === 0 ? one : other).raises.raise(raiseCommand(system, reference)),
      ),
    );
    const t1 = performance.now();
    await Promise.all([one.deadlines.runDue(), other.deadlines.runDue()]);
    const t2 = performance.now();
    const offers = await one.db.query<LiveOffer>({ text: liveOffers });
    await Promise.all(pairs(offers).map(([first, second]) => overtake(one, first, other, second)));
    const t3 = performance.now();
    await Promise.all(offers.map((offer) => change(one, offer, { type: "dismissed", by: actor })));
    console.log(wave, offers.length, [t1-t0,t2-t1,t3-t2,performance.now()-t3].map(Math.round).join(" "));
  }
}

const actor = { kind: "integrator", id: null, name: "storm" } as const;

async function overtake(one: Node, first: LiveOffer, other: Node, second?: LiveOffer): Promise<void> {
  await one.db.transaction(async (tx) => {
    await answer({ ...one, db: tx }, first);
    if (second) await answer(other, second);
  });
}

async function answer(node: Node, offer: LiveOffer): Promise<void> {
  const offerId = offer.id;
  await change(
    node,
    offer,
    offerId % 4 === 0
      ? { type: "offerDeclined", offerId, reason: null, by: actor }
      : {
          type: "offerAccepted",
          offerId,
          assignmentId: await nextAssignmentId(node.db),
          etaSeconds: null,
          by: actor,
        },
  );
}

async function change(node: Node, offer: LiveOffer, event: CalloutEvent): Promise<void> {
  const { customer_source_id: customerSourceId, callout_id: calloutId } = offer;
  await changeCallout(node, { customerSourceId, calloutId, timing: defaultTiming, event: () => event });
}

function pairs<Item>(items: readonly Item[]): [Item, Item | undefined][] {
  return items.flatMap((item, index): [Item, Item | undefined][] =>
    index % 2 === 0 ? [[item, items[index + 1]]] : [],
  );
}
