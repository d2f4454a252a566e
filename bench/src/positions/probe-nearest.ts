import { distanceMetres } from "@tocsin/domain";
import type { AppContext } from "@tocsin/server";
import { Latencies } from "../load/latencies.ts";
import { spots } from "./fleet.ts";

type Fleet = AppContext["fleet"];
type Entry = NonNullable<ReturnType<Fleet["find"]>>;

/** As many as dispatch ranks. */
const wanted = 24;
const everyMilliseconds = 5;
/** Looking at everybody takes a hundred times as long as the question itself: now and then is enough to find a mistake. */
const checkedEvery = 100;
const freshSeconds = 120;

/** What the probe found since it was asked the last time; milliseconds. */
export interface ProbeResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly checked: number;
  /** Answers that were not those of looking at everybody. */
  readonly wrong: number;
}

/** Asks for the nearest fit responders of places all over the land, and answers the parent process how long it took. */
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
    const now = Date.now();
    const isFit = ({ responder, fix }: Entry): boolean =>
      responder.onDuty && fix !== null && now - fix.recordedAt.epochMilliseconds <= freshSeconds * 1000;
    const startedAt = performance.now();
    const nearest = fleet.nearest(place, wanted, isFit);
    latencies.add(performance.now() - startedAt);
    if (asked % checkedEvery > 0) return;
    checked++;
    if (!isSame(nearest, lookAtEverybody(fleet, place, isFit))) wrong++;
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

function lookAtEverybody(fleet: Fleet, place: Parameters<Fleet["nearest"]>[0], isFit: (entry: Entry) => boolean): number[] {
  const measured: { id: number; metres: number }[] = [];
  for (const entry of fleet.entries()) {
    if (entry.fix && isFit(entry)) measured.push({ id: entry.responder.id, metres: distanceMetres(entry.fix, place) });
  }
  measured.sort((one, other) => one.metres - other.metres || one.id - other.id);
  return measured.slice(0, wanted).map(({ id }) => id);
}

function isSame(nearest: readonly Entry[], expected: readonly number[]): boolean {
  return nearest.length === expected.length && nearest.every(({ responder }, index) => responder.id === expected[index]);
}
