import type { Capabilities } from "../../capabilities.ts";
import { createBreaker } from "./breaker.ts";
import { osrm } from "./osrm.ts";
import type { EtaSource, Router, RouterDialect } from "./types.ts";
import { valhalla } from "./valhalla.ts";

/** For the whole of a question and its answer: dispatch goes on with the estimate instead of waiting longer. */
const limitMilliseconds = 300;
/** OSRM takes 100 places at once unless its operator says otherwise. Those who come first are nearest. */
const mostTravellers = 50;

const dialects: Readonly<Record<Router["kind"], RouterDialect>> = { osrm, valhalla };

/** No router: everybody gets the estimate. */
const estimateOnly: EtaSource = { method: null, route: async () => new Map() };

/** ETAs of the router if there is one and it answers; of nobody else, and soon in any case. */
export function createEtaSource(
  router: Router | null,
  { clock, log }: Pick<Capabilities, "clock" | "log">,
): EtaSource {
  if (!router) return estimateOnly;
  const { kind, url } = router;
  const dialect = dialects[kind];
  const breaker = createBreaker(clock);
  return {
    method: kind,
    async route(place, travellers) {
      const located = travellers
        .flatMap(({ responderId, position }) => (position ? [{ responderId, position }] : []))
        .slice(0, mostTravellers);
      if (located.length === 0 || !breaker.mayTry()) return new Map();
      const from = located.map(({ position }) => position);
      try {
        const answer = await ask(dialect.request(url, from, place));
        const seconds = answer.isRefusal ? [] : dialect.read(answer.body, from.length);
        breaker.succeeded();
        if (answer.isRefusal) log.debug({ router: kind, answer: answer.body }, "the router has no answer");
        return new Map(
          located.flatMap(({ responderId }, index): [number, number][] => {
            const known = seconds[index] ?? null;
            return known === null ? [] : [[responderId, known]];
          }),
        );
      } catch (error) {
        breaker.failed();
        log.warn({ err: error, router: kind }, "the router gave no ETAs; they are estimated");
        return new Map();
      }
    },
  };
}

interface Answer {
  readonly body: unknown;
  /** It is well, but knows no way between these places: no road is near, or the map ends before. */
  readonly isRefusal: boolean;
}

async function ask(request: Request): Promise<Answer> {
  const response = await fetch(request, { signal: AbortSignal.timeout(limitMilliseconds) });
  const text = await response.text();
  if (response.status >= 400 && response.status < 500) return { body: text, isRefusal: true };
  if (!response.ok) throw new Error(`The router answered ${response.status}`);
  return { body: JSON.parse(text), isRefusal: false };
}
