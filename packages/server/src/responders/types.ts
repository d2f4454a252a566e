import type { Point } from "@tocsin/domain";

/** Who may be sent. Responders serve every tenant of the installation. */
export interface Responder {
  readonly id: number;
  readonly supplierId: number;
  readonly supplierName: string;
  readonly name: string;
  readonly callSign: string | null;
  readonly vehicle: string | null;
  readonly login: string;
  readonly responseTypes: readonly number[];
  readonly onDuty: boolean;
  readonly dutyUntil: Temporal.Instant | null;
  readonly disabledAt: Temporal.Instant | null;
}

/** One position of a responder, as its app or tracker sent it. */
export interface Fix {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number | null;
  /** Metres per second. */
  readonly speed: number | null;
  /** Degrees clockwise from north. */
  readonly heading: number | null;
  readonly recordedAt: Temporal.Instant;
}

/** A responder with the newest fix; null when none was ever received. */
export interface FleetEntry {
  readonly responder: Responder;
  readonly fix: Fix | null;
}

/** What became of the fixes of one responder. */
export interface FixVerdict {
  readonly accepted: number;
  /** Kept for the track only: older than the newest one. */
  readonly stale: number;
  readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/** All responders and where they are, in memory: what dispatch ranks and the control room shows. */
export interface Fleet {
  /** Loads everybody, then follows changes made by other nodes. */
  start(): Promise<void>;
  /** Writes what is not on disk yet. */
  stop(): Promise<void>;
  /** In memory at once, in the tables within 250 ms. */
  record(responderId: number, fixes: readonly Fix[]): FixVerdict;
  find(responderId: number): FleetEntry | undefined;
  entries(): Iterable<FleetEntry>;
  /** The nearest by distance that pass `accepts`, exact. */
  nearest(place: Point, count: number, accepts: (entry: FleetEntry) => boolean): FleetEntry[];
  /** Reads a responder's facts again, here and on the other nodes, after they were changed. */
  refresh(responderId: number): Promise<void>;
  /** Hears which responder moved or changed. */
  subscribe(hear: (responderId: number) => void): () => void;
  /** Writes everything waiting to the tables now; tests call it. */
  flush(): Promise<void>;
}
