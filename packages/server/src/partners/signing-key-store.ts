import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { type Queryable, sql } from "../db/index.ts";

export const signingAlgorithm = "EdDSA";

/** An Ed25519 pair that tokens are signed and verified with. */
export interface SigningKey {
  /** Thumbprint of the public key (RFC 7638). */
  readonly kid: string;
  readonly createdAt: Temporal.Instant;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

interface KeyRow {
  kid: string;
  private_jwk: JWK;
  public_jwk: JWK;
  created_at: Temporal.Instant;
}

/** Any fixed number of our own: whoever makes or deletes keys takes this lock first. */
const advisoryLock = 8_267_003;

const lock = sql("signing-key-lock", `select pg_advisory_xact_lock(${advisoryLock})`);
const list = sql(
  "signing-key-list",
  "select kid, private_jwk, public_jwk, created_at from signing_key order by created_at desc",
);
const insert = sql(
  "signing-key-insert",
  "insert into signing_key (kid, private_jwk, public_jwk, created_at) values ($1, $2, $3, $4)",
);
const remove = sql("signing-key-delete", "delete from signing_key where kid = any($1)");

/** One node at a time, until the transaction ends. */
export async function lockSigningKeys(tx: Queryable): Promise<void> {
  await tx.query(lock());
}

/** All keys, newest first. */
export async function readSigningKeys(db: Queryable): Promise<SigningKey[]> {
  return Promise.all((await db.query<KeyRow>(list())).map(toSigningKey));
}

/** The key always comes from the system's own source of chance, so that no seeded run can make one that others know. */
export async function createSigningKey(tx: Queryable, now: Temporal.Instant): Promise<SigningKey> {
  const pair = await generateKeyPair(signingAlgorithm, { crv: "Ed25519", extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  const kid = await calculateJwkThumbprint(publicJwk);
  await tx.query(insert(kid, JSON.stringify(privateJwk), JSON.stringify(publicJwk), now.toString()));
  return { kid, createdAt: now, ...pair, publicJwk };
}

export async function deleteSigningKeys(tx: Queryable, keys: readonly SigningKey[]): Promise<void> {
  if (keys.length > 0) await tx.query(remove(keys.map(({ kid }) => kid)));
}

async function toSigningKey(row: KeyRow): Promise<SigningKey> {
  const [privateKey, publicKey] = await Promise.all([importKey(row.private_jwk), importKey(row.public_jwk)]);
  return { kid: row.kid, createdAt: row.created_at, privateKey, publicKey, publicJwk: row.public_jwk };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, signingAlgorithm);
  if (key instanceof Uint8Array) throw new Error("signing_key holds a key that is no Ed25519 key");
  return key;
}
