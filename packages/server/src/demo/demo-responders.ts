import type { Point } from "@tocsin/domain";
import { demoPlaces } from "./places.ts";

/** A simulated responder of the demo. Everybody knows its PIN: it opens nothing where the demo is off. */
export interface DemoResponder {
  readonly name: string;
  readonly callSign: string;
  readonly login: string;
  readonly pin: string;
  readonly responseTypes: readonly number[];
  /** Where it waits: a store of the demo's. */
  readonly home: Point;
}

const count = 30;
const pin = "1234";
const security = 1;
const medical = 2;
/** One after the other, so that of any few neighbours some do each. */
const skills = [[security], [medical], [security, medical]] as const;
const patrols = ["Alpha", "Bravo", "Charlie"] as const;

/** One at each store, and a second one at every other. */
export const demoResponders: readonly DemoResponder[] = Array.from({ length: count }, (_, index) => {
  const number = index + 1;
  const perPatrol = count / patrols.length;
  const home = index < demoPlaces.length ? index : (index - demoPlaces.length) * 2;
  return {
    name: `Demo responder ${number}`,
    callSign: `${patrols[Math.floor(index / perPatrol)]} ${(index % perPatrol) + 1}`,
    login: `demo-${number}`,
    pin,
    responseTypes: skills[index % skills.length] ?? [security, medical],
    home: pointOf(demoPlaces[home]),
  };
});

function pointOf(place: (typeof demoPlaces)[number] | undefined): Point {
  if (!place) throw new Error("A demo responder has no store to wait at");
  return { latitude: Number(place.latitude), longitude: Number(place.longitude) };
}
