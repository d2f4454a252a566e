import { scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../capabilities.ts";

/**
 * A duress code is a few characters long: with a fast hash, whoever reads the table would try all of them in a moment.
 * So it is salted and slow (N = 2^14, r = 8: 16 MiB and tens of milliseconds), which is cheap for a code that is rarely set and
 * rarely checked. scrypt runs on libuv's threads and holds up no request beside it.
 */
const cost = { N: 16_384, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;

const derive = promisify<string, Buffer, number, Cost, Buffer>(scrypt);

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** The hash to keep: `scrypt$N$r$p$salt$hash`, so that codes hashed today are still understood when the cost is raised. */
export async function hashDuressCode(random: Random, code: string): Promise<string> {
  const salt = random.bytes(saltBytes);
  const hash = await derive(code, salt, hashBytes, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), hash.toString("base64")].join("$");
}

/** Whether `code` is the one that was hashed. Takes as long for a wrong one as for the right one. */
export async function isDuressCode(kept: string, code: string): Promise<boolean> {
  const [scheme, N, r, p, salt = "", hash = ""] = kept.split("$");
  if (scheme !== "scrypt") throw new Error(`A duress code is kept in a form nobody knows: ${scheme}`);
  const expected = Buffer.from(hash, "base64");
  const given = await derive(code, Buffer.from(salt, "base64"), expected.length, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(expected, given);
}
