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
const placesInAWave = 8;
const responders = 16;

/**
 * One wave of things that happen on two nodes: raises, offers, answers, closes. Each answer of the one node comes in a
 * transaction that is open before an answer of the other is begun and after that is committed: so entries with lower numbers
 * appear after such with higher ones.
 */
export type Wave = () => Promise<void>;

export async function createStorm(
  system: TestSystem,
  [one, other]: readonly [AppContext, AppContext],
): Promise<Wave> {
  await addResponders(system, responders);
  await system.context.fleet.flush();
  let waves = 0;
  return async () => {
    const references = await addPlaces(system, placesInAWave, `WAVE-${++waves}`);
    await Promise.all(
      references.map((reference, index) =>
        (index % 2 === 0 ? one : other).raises.raise(raiseCommand(system, reference)),
      ),
    );
    await Promise.all([one.deadlines.runDue(), other.deadlines.runDue()]);
    const offers = await one.db.query<LiveOffer>({ text: liveOffers });
    await Promise.all(pairs(offers).map(([first, second]) => overtake(one, first, other, second)));
    await Promise.all(offers.map((offer) => change(one, offer, { type: "dismissed", by: actor })));
  };
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
