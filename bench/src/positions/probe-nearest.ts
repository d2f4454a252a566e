import { distanceMetres } from "@tocsin/domain";
import type { AppContext } from "@tocsin/server";
import { Latencies } from "../load/latencies.ts";
import { type Spot, spots } from "./fleet.ts";

type Fleet = AppContext["fleet"];
type Entry = NonNullable<ReturnType<Fleet["find"]>>;

/** As many as dispatch ranks. */
const wanted = 24;
const everyMilliseconds = 5;
/** Looking at everybody takes some hundred times as long as the question itself: now and then is enough to find a mistake. */
const checkedEvery = 50;
/** Chords and haversines round differently. */
const roundingMetres = 0.001;

/** What the probe found since it was asked the last time; milliseconds. */
export interface ProbeResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly checked: number;
  /** Answers that were not those of looking at everybody. */
  readonly wrong: number;
}

/** Asks for the nearest responders on duty of places all over the land, and answers the parent process how long it took. */
export function probeNearest(fleet: Fleet): { stop(): Promise<void> } {
  const places = spots(10_000, 2);
  let latencies = new Latencies();
  let checked = 0;
  let wrong = 0;
  let asked = 0;
  let since = performance.now();

  const timer = setInterval(() => {
    const place = places[asked++ % places.length];
    if (!place) return;
    const startedAt = performance.now();
    const nearest = fleet.nearest(place, wanted, mayBeAsked);
    latencies.add(performance.now() - startedAt);
    if (asked % checkedEvery > 0) return;
    checked++;
    if (!areNearest(fleet, place, nearest)) wrong++;
  }, everyMilliseconds);

  process.on("message", () => {
    const found: ProbeResult = {
      perSecond: (latencies.count * 1000) / (performance.now() - since),
      p50: latencies.quantile(0.5),
      p99: latencies.quantile(0.99),
      checked,
      wrong,
    };
    latencies = new Latencies();
    since = performance.now();
    checked = 0;
    wrong = 0;
    process.send?.(found);
  });
  return { stop: async () => clearInterval(timer) };
}

function mayBeAsked({ responder }: Entry): boolean {
  return responder.onDuty && responder.disabledAt === null;
}

/** By looking at everybody: nobody on duty who was not found is nearer than the last who was. Leaves no garbage behind. */
function areNearest(fleet: Fleet, place: Spot, nearest: readonly Entry[]): boolean {
  const metres = nearest.map(({ fix }) => (fix ? distanceMetres(fix, place) : Number.NaN));
  const found = new Set(nearest.map(({ responder }) => responder.id));
  const last = metres.at(-1) ?? Number.NaN;
  for (const entry of fleet.entries()) {
    if (!entry.fix || !mayBeAsked(entry) || found.has(entry.responder.id)) continue;
    if (distanceMetres(entry.fix, place) < last - roundingMetres) return false;
  }
  const isSorted = metres.every((each, index) => each >= (metres[index - 1] ?? 0) - roundingMetres);
  return isSorted && found.size === wanted && nearest.every(mayBeAsked);
}
