import type { Point } from "@tocsin/domain";

/** A routing service of the operator's, and where it answers. */
export interface Router {
  readonly kind: "osrm" | "valhalla";
  /** Without a trailing slash. */
  readonly url: string;
}

/** Somebody to be routed, from where they are. */
export interface Traveller {
  readonly responderId: number;
  readonly position: Point | null;
}

/** Where better ETAs than the estimate come from. */
export interface EtaSource {
  /** Its name, shown with each ETA that it gave; null when it never gives one. */
  readonly method: string | null;
  /** Seconds by responder; whoever is missing gets the estimate. Takes 300 ms at most, and never throws. */
  route(place: Point, travellers: readonly Traveller[]): Promise<ReadonlyMap<number, number>>;
}

/** How one kind of router is asked for the drives of many to one place. */
export interface RouterDialect {
  readonly request: (base: string, from: readonly Point[], to: Point) => Request;
  /**
   * Seconds in the order of `from`; null where there is no way by road.
   * @throws {@link NotAMatrixError} when it is anything but the documented answer
   */
  readonly read: (answer: unknown, count: number) => readonly (number | null)[];
}

/** The router answered something else than what its documentation says. */
export class NotAMatrixError extends Error {
  override readonly name = "NotAMatrixError";
}
