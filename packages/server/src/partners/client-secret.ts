import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "../capabilities.ts";

/** A secret can be changed without a gap: the old one goes on working until the client has the new one (panic-v2 §3). */
export const liveSecrets = 2;

const secretBytes = 32;
/** Stands where a tenant has no secret. Nobody knows a text with this hash. */
const nobodysHash = Buffer.alloc(32);

/** 256 bits: too many to guess, so a fast hash keeps it as well as a slow one would. */
export function makeClientSecret(random: Random): string {
  return random.bytes(secretBytes).toString("base64url");
}

export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Takes the same time whatever there is to compare with, nothing at all included. */
export function matchesSecret(hashes: readonly Buffer[], secret: string): boolean {
  const presented = hashSecret(secret);
  let matched = false;
  for (let slot = 0; slot < liveSecrets; slot++) {
    const isEqual = timingSafeEqual(hashes[slot] ?? nobodysHash, presented);
    matched = isEqual || matched;
  }
  return matched;
}
