import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "../capabilities.ts";

const secretBytes = 32;
/** Nobody knows a text with this hash. */
const nobodysHash = Buffer.alloc(32);

/** 256 bits: too many to guess, so a fast hash keeps it as well as a slow one would. */
export function makeFleetSecret(random: Random): string {
  return random.bytes(secretBytes).toString("base64url");
}

export function hashFleetSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Takes the same time whether there is anything to compare with or not. */
export function matchesFleetSecret(kept: Buffer | null, secret: string): boolean {
  return timingSafeEqual(kept ?? nobodysHash, hashFleetSecret(secret));
}
