import { scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../capabilities.ts";

/**
 * A PIN has 4 to 8 digits: no hash keeps four digits from whoever holds the table, the limit on attempts keeps them from
 * everybody else. The cost (N = 2^13, r = 8: 8 MiB, some 20 ms) is what a whole shift signing in at once can pay.
 */
const cost = { N: 8_192, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;

type Cost = typeof cost;
const derive = promisify<string, Buffer, number, Cost, Buffer>(scrypt);

/** The hash to keep: `scrypt$N$r$p$salt$hash`, so that PINs hashed today are still understood when the cost is raised. */
export async function hashPin(random: Random, pin: string): Promise<string> {
  const salt = random.bytes(saltBytes);
  const hash = await derive(pin, salt, hashBytes, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), hash.toString("base64")].join("$");
}

/** Takes the same time whether there is anything to compare with or not. */
export async function matchesPin(kept: string | null, pin: string): Promise<boolean> {
  const { salt, hash, ...its } = readHash(kept);
  const derived = await derive(pin, salt, hash.length, its);
  return timingSafeEqual(derived, hash) && kept !== null;
}

function readHash(kept: string | null): Cost & { salt: Buffer; hash: Buffer } {
  if (kept === null) return { ...cost, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) };
  const [, N, r, p, salt = "", hash = ""] = kept.split("$");
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}
