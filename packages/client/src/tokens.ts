/** Where the tokens of a client come from. */
export interface TokenSource {
  /** A token that lives; the same one until shortly before its end. */
  current(): Promise<string>;
  /** Called when the server refused `token`: the next one is another. */
  discard(token: string): void;
}

export interface GrantedToken {
  readonly accessToken: string;
  /** Seconds from now. */
  readonly expiresIn: number;
}

/** A token is asked for anew this long before its end, so that none ends on its way. */
const marginMilliseconds = 30_000;

/** Asks once and remembers; callers that come at the same instant share one request. A failure is not remembered. */
export function rememberTokens(ask: () => Promise<GrantedToken>, now: () => number): TokenSource {
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  const fetchToken = async (): Promise<string> => {
    const askedAt = now();
    const { accessToken, expiresIn } = await ask();
    const lifetime = expiresIn * 1000;
    // of a short life half is used at least
    held = { token: accessToken, until: askedAt + Math.max(lifetime - marginMilliseconds, lifetime / 2) };
    return accessToken;
  };
  return {
    current() {
      if (held && now() < held.until) return Promise.resolve(held.token);
      asking ??= fetchToken().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    discard(token) {
      if (held?.token === token) held = undefined;
    },
  };
}
