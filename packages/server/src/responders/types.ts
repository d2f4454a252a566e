import type { Point } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";

/** What the commands of this noun need. */
export interface FleetCapabilities extends Pick<Capabilities, "db" | "clock" | "random"> {
  readonly fleet: Fleet;
}

/** A company whose responders are sent. */
export interface Supplier {
  readonly id: number;
  readonly name: string;
  /** It has a fleet secret, so its trackers' gateway may sign in. */
  readonly hasGateway: boolean;
  readonly createdAt: Temporal.Instant;
  readonly disabledAt: Temporal.Instant | null;
}

export interface SupplierInput {
  readonly name: string;
  /** Its responders are simulated: they exist where the demo is on, and for the demo's callouts alone. */
  readonly isDemo?: boolean;
}

/** What is absent stays as it is. */
export interface SupplierChange {
  readonly name?: string;
  /** Nobody of it is asked any more or can sign in. */
  readonly disabled?: boolean;
  /** The old secret ends at once, and the sessions it opened. */
  readonly renewFleetSecret?: boolean;
}

export interface ResponderInput {
  readonly supplierId: number;
  readonly name: string;
  readonly callSign?: string | null;
  readonly vehicle?: string | null;
  /** Unique in the installation; case does not count. */
  readonly login: string;
  /** 4 to 8 digits. */
  readonly pin: string;
  readonly responseTypes: readonly number[];
}

/** What is absent stays as it is. A new PIN or a new login ends the sessions of before. */
export interface ResponderChange extends Partial<ResponderInput> {
  readonly disabled?: boolean;
}

/** Who may be sent. Responders serve every tenant of the installation. */
export interface Responder {
  readonly id: number;
  readonly supplierId: number;
  readonly supplierName: string;
  /** Simulated: for the demo's callouts alone. */
  readonly isDemo: boolean;
  readonly name: string;
  readonly callSign: string | null;
  readonly vehicle: string | null;
  readonly login: string;
  readonly responseTypes: readonly number[];
  readonly onDuty: boolean;
  readonly dutyUntil: Temporal.Instant | null;
  readonly disabledAt: Temporal.Instant | null;
}

export interface Shift {
  readonly onDuty: boolean;
  /** It ends by itself then; null: when the responder says so. */
  readonly until: Temporal.Instant | null;
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

/** A fix and whose it is. */
export interface ResponderFix {
  readonly responderId: number;
  readonly fix: Fix;
}

/** The same in a list somebody sent; `index` says where, so that a rejection can be found there. */
export interface ReportedFix extends ResponderFix {
  readonly index: number;
}

export interface RejectedFix {
  readonly index: number;
  readonly reason: string;
}

/** What became of the fixes somebody sent. */
export interface FixVerdict {
  readonly accepted: number;
  /** Kept for the track only: not newer than the newest one. */
  readonly stale: number;
  /** Which ones, by their place in the list. */
  readonly staleIndexes: readonly number[];
  readonly rejected: readonly RejectedFix[];
}

/** All responders and where they are, in memory: what dispatch ranks and the control room shows. */
export interface Fleet {
  /** Loads everybody, then follows changes made by other nodes. */
  start(): Promise<void>;
  /** Writes what is not on disk yet. */
  stop(): Promise<void>;
  /** What a responder's app sent: in memory at once, in the tables soon (write-behind.ts). */
  record(responderId: number, fixes: readonly Fix[]): FixVerdict;
  /** The same for many; where `supplierId` is given, of its responders alone: others do not exist for its gateway. */
  recordReported(fixes: readonly ReportedFix[], supplierId: number | null): FixVerdict;
  find(responderId: number): FleetEntry | undefined;
  entries(): Iterable<FleetEntry>;
  /** The nearest by distance that pass `accepts`, exact. */
  nearest(place: Point, count: number, accepts: (entry: FleetEntry) => boolean): FleetEntry[];
  /** Reads responders' facts again after they were changed here; the other nodes hear of it by themselves. */
  refresh(responderIds: readonly number[]): Promise<void>;
  /** Hears which responder moved or changed. @returns ends the subscription */
  subscribe(hear: (responderId: number) => void): () => void;
  /** Writes everything waiting to the tables now; tests call it. */
  flush(): Promise<void>;
}
