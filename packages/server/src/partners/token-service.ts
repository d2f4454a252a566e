import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import {
  type Bearer,
  type Claims,
  notValid,
  readToken,
  revoked,
  signToken,
  toSeconds,
} from "./access-token.ts";
import { matchesSecret } from "./client-secret.ts";
import { readPartner } from "./partner-store.ts";
import { readSecrets } from "./secret-store.ts";
import { signingAlgorithm } from "./signing-key-store.ts";
import { createSigningKeys } from "./signing-keys.ts";
import type { Caller, IssuedToken, Partner, PartnerDirectory, TokenService } from "./types.ts";
import { createVerifiedTokens } from "./verified-tokens.ts";

const rememberedTokens = 10_000;
const jtiBytes = 16;

export interface TokenSettings {
  /** The issuer of the tokens, read each time: a node may learn its own address only when it listens. */
  readonly publicUrl: string;
  /** Whether the demo tenants, whose secrets everybody knows, may sign in here. */
  readonly demo: boolean;
}

/** Makes access tokens and knows whose they are (panic-v2 §3). */
export function createTokenService(
  capabilities: Capabilities,
  partners: PartnerDirectory,
  settings: TokenSettings,
): TokenService {
  const { db, clock, random } = capabilities;
  const keys = createSigningKeys(capabilities);
  const verified = createVerifiedTokens(rememberedTokens);
  const mayEnter = (partner: Partner): boolean => settings.demo || !partner.isDemo;

  async function issue(clientId: string, clientSecret: string): Promise<IssuedToken> {
    const { customerSourceId, secrets } = await readSecrets(db, clientId);
    const isRight = matchesSecret(secrets, clientSecret);
    if (customerSourceId === null || !isRight) throw wrongPair();
    const partner = await readPartner(db, customerSourceId);
    if (!partner || !mayEnter(partner)) throw wrongPair();
    return sign(partner, { scope: "server" });
  }

  async function sign(partner: Partner, bearer: Bearer): Promise<IssuedToken> {
    const claims = claimsFor(partner, bearer, clock.now());
    const jti = random.bytes(jtiBytes).toString("base64url");
    const accessToken = await signToken(claims, settings.publicUrl, jti, await keys.current());
    return { accessToken, expiresIn: claims.expiresAt - claims.issuedAt };
  }

  function recall(token: string): Caller | undefined {
    const claims = verified.get(token, toSeconds(clock.now()));
    const partner = claims && partners.peek(claims.customerSourceId);
    if (!partner || claims.issuedAt < validFromSeconds(partner)) return undefined;
    return { partner, ...claims.bearer };
  }

  async function verify(token: string): Promise<Caller> {
    const claims = await readToken(token, clock.now(), keys.find);
    const partner = await partners.find(claims.customerSourceId);
    if (!partner || !mayEnter(partner)) throw notValid();
    if (claims.issuedAt < validFromSeconds(partner)) throw revoked();
    verified.add(token, claims);
    return { partner, ...claims.bearer };
  }

  return {
    issue,
    issueCalloutToken: (partner, customerId) => sign(partner, { scope: "callout", customerId }),
    issueCustomerToken: (partner, customerId) => sign(partner, { scope: "customer", customerId }),
    recall,
    verify,
    async jwks() {
      const published = { alg: signingAlgorithm, use: "sig" };
      return { keys: (await keys.list()).map(({ kid, publicJwk }) => ({ ...publicJwk, kid, ...published })) };
    },
  };
}

function wrongPair(): AppError {
  return new AppError("unauthorized", "There is no client with this clientId and clientSecret.");
}

function claimsFor(partner: Partner, bearer: Bearer, now: Temporal.Instant): Claims {
  const { clientId, customerSourceId, policies } = partner;
  // a revocation holds from the next whole second on; who signs in before that gets a token of that second
  const issuedAt = Math.max(toSeconds(now), validFromSeconds(partner));
  const expiresAt = issuedAt + policies.tokenLifetimeSeconds;
  return { clientId, customerSourceId, bearer, issuedAt, expiresAt };
}

function validFromSeconds({ tokensValidFrom }: Partner): number {
  return tokensValidFrom ? toSeconds(tokensValidFrom) : 0;
}
