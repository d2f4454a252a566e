import { type Argon2Parameters, argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../capabilities.ts";

/**
 * Argon2id with 32 MiB and two passes: a sign-in costs 50 to 100 ms on the machines this was written on, and a guesser's
 * hardware is kept busy by the memory. It runs on libuv's threads and holds up no request beside it.
 */
const cost = { memory: 32_768, passes: 2, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

type Cost = typeof cost;
interface ReadHash extends Cost {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** The hash to keep, in the usual form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`: today's stays good when the cost is raised. */
export async function hashPassword(random: Random, password: string): Promise<string> {
  const salt = random.bytes(saltBytes);
  const hash = await derive(
    "argon2id",
    parameters(password, { ...cost, salt, hash: Buffer.alloc(hashBytes) }),
  );
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`;
}

/** Takes the same time whether there is anything to compare with or not. */
export async function matchesPassword(kept: string | null, password: string): Promise<boolean> {
  const expected = kept === null ? nobodys : readHash(kept);
  const derived = await derive("argon2id", parameters(password, expected));
  return timingSafeEqual(derived, expected.hash) && kept !== null;
}

const nobodys: ReadHash = { ...cost, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) };

/** One password may be typed on keyboards that compose accents differently: NFKC makes them the same. */
function parameters(password: string, { salt, hash, ...its }: ReadHash): Argon2Parameters {
  return { message: password.normalize("NFKC"), nonce: salt, tagLength: hash.length, ...its };
}

function readHash(kept: string): ReadHash {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
  const [, memory, passes, parallelism, salt = "", hash = ""] = form.exec(kept) ?? [];
  if (hash === "") throw new Error("A kept password hash is not in the form that this version writes");
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** Base64 without padding. */
function plain(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
