import type { Capabilities } from "../capabilities.ts";
import { leaveNode, renewNode } from "./lane-store.ts";

/** A node that is not heard of for so long is dead, and others take its lanes. */
const lifetimeSeconds = 6;
const renewMilliseconds = 2_000;
/** Nothing is sent in the last part of a life that may have been counted from another moment. */
const marginMilliseconds = 1_000;

/** This node's word that it lives; its lanes are its own as long as that is heard. */
export interface Lease {
  readonly nodeId: string;
  /** Whether lanes that were claimed under it are certainly still ours. */
  readonly isLive: boolean;
  /** Says again that the node lives, when it is time. @returns whether the word before had not run out meanwhile */
  renew(): Promise<boolean>;
  /** The database says otherwise: the next renewal finds that the word has run out. */
  doubt(): void;
  end(): Promise<void>;
}

export function createLease({ db, random }: Pick<Capabilities, "db" | "random">): Lease {
  const nodeId = random.bytes(12).toString("base64url");
  let renewedAt = Number.NEGATIVE_INFINITY;
  const age = (): number => performance.now() - renewedAt;
  const isLive = (): boolean => age() < lifetimeSeconds * 1_000 - marginMilliseconds;
  return {
    nodeId,
    get isLive() {
      return isLive();
    },
    async renew() {
      const wasLive = isLive();
      if (age() < renewMilliseconds) return true;
      // counted from before the statement: the database counts from later
      const askedAt = performance.now();
      await renewNode(db, nodeId, lifetimeSeconds);
      renewedAt = askedAt;
      return wasLive;
    },
    doubt() {
      renewedAt = Number.NEGATIVE_INFINITY;
    },
    async end() {
      renewedAt = Number.NEGATIVE_INFINITY;
      await leaveNode(db, nodeId);
    },
  };
}
