import type { Claims } from "./access-token.ts";

/** Tokens whose signature was verified, so that the next request with one need not. Full, it drops the oldest. */
export interface VerifiedTokens {
  /** What the token says, as long as it lives. */
  get(token: string, nowSeconds: number): Claims | undefined;
  add(token: string, claims: Claims): void;
}

export function createVerifiedTokens(capacity: number): VerifiedTokens {
  const verified = new Map<string, Claims>();
  return {
    get(token, nowSeconds) {
      const claims = verified.get(token);
      if (!claims || claims.expiresAt > nowSeconds) return claims;
      verified.delete(token);
      return undefined;
    },
    add(token, claims) {
      // anew at the end, also when it is known: what is in use stays
      verified.delete(token);
      const [oldest] = verified.keys();
      if (oldest !== undefined && verified.size >= capacity) verified.delete(oldest);
      verified.set(token, claims);
    },
  };
}
