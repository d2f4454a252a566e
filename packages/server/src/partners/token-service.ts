import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { type Claims, notValid, readToken, revoked, signToken, toSeconds } from "./access-token.ts";
import { matchesSecret } from "./client-secret.ts";
import { readCredentials } from "./partner-store.ts";
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
    const { partner, secrets } = await readCredentials(db, clientId);
    const isRight = matchesSecret(secrets, clientSecret);
    if (!partner || !isRight || !mayEnter(partner)) {
      throw new AppError("unauthorized", "There is no client with this clientId and clientSecret.");
    }
    const { tokenLifetimeSeconds } = partner.policies;
    // a revocation holds from the next whole second on; who signs in before it gets a token from then
    const issuedAt = Math.max(toSeconds(clock.now()), validFromSeconds(partner));
    const claims: Claims = {
      clientId: partner.clientId,
      customerSourceId: partner.customerSourceId,
      scope: "server",
      issuedAt,
      expiresAt: issuedAt + tokenLifetimeSeconds,
    };
    const jti = random.bytes(jtiBytes).toString("base64url");
    const accessToken = await signToken(claims, settings.publicUrl, jti, await keys.current());
    return { accessToken, expiresIn: tokenLifetimeSeconds };
  }

  function recall(token: string): Caller | undefined {
    const claims = verified.get(token, toSeconds(clock.now()));
    const partner = claims && partners.peek(claims.customerSourceId);
    if (!partner || claims.issuedAt < validFromSeconds(partner)) return undefined;
    return { partner, scope: claims.scope };
  }

  async function verify(token: string): Promise<Caller> {
    const claims = await readToken(token, settings.publicUrl, clock.now(), keys.find);
    const partner = await partners.find(claims.customerSourceId);
    if (!partner || !mayEnter(partner)) throw notValid();
    if (claims.issuedAt < validFromSeconds(partner)) throw revoked();
    verified.add(token, claims);
    return { partner, scope: claims.scope };
  }

  return {
    issue,
    recall,
    verify,
    async jwks() {
      const live = await keys.list();
      return { keys: live.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: "EdDSA", use: "sig" })) };
    },
  };
}

function validFromSeconds({ tokensValidFrom }: Partner): number {
  return tokensValidFrom ? toSeconds(tokensValidFrom) : 0;
}
