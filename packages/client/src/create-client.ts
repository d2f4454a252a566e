import type { Parameters } from "./build-request.ts";
import { type CallOptions, call, type Transport } from "./call.ts";
import { type Operations, routes } from "./generated/operations.gen.ts";
import { defaultRetries, type RetryPolicy } from "./retry.ts";
import type { Route } from "./route.ts";
import { type GrantedToken, rememberTokens, type TokenSource } from "./tokens.ts";

/** An operation's answer with its headers (`link`, `etag`, `x-request-id`, …). */
type Answer<Name extends keyof Operations> = Operations[Name]["answer"] & { readonly headers: Headers };

/** An operation that needs nothing may be called with nothing. */
type Arguments<Name extends keyof Operations> =
  Partial<Operations[Name]["request"]> extends Operations[Name]["request"]
    ? [request?: Operations[Name]["request"], options?: CallOptions]
    : [request: Operations[Name]["request"], options?: CallOptions];

/** A method for each operation of the API, named as in its reference. */
export type Client = {
  readonly [Name in keyof Operations]: (...args: Arguments<Name>) => Promise<Answer<Name>>;
};

interface Common {
  /** Where the server is, without `/panic-api/v2`: `https://callouts.example.com`. */
  readonly baseUrl: string;
  /** How failed tries are repeated. Every POST goes out under an Idempotency-Key, so that repeating it does nothing twice. */
  readonly retries?: Partial<RetryPolicy>;
  /** Of one try; 15 s by default. */
  readonly timeoutMilliseconds?: number;
  /** Sends the requests; the platform's own by default. */
  readonly fetch?: typeof fetch;
}

/** A server's own credentials: for programs that nobody can look into, never in a browser or an app. */
interface WithSecret extends Common {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token that somebody else fetched: a callout or customer token in an app or a browser. */
interface WithToken extends Common {
  readonly accessToken: string | (() => string | Promise<string>);
}

export type ClientOptions = WithSecret | WithToken;

/**
 * A client of one server. It keeps its token until shortly before the end, repeats what failed in passing, and rejects
 * with a {@link TocsinError} what the server refuses.
 *
 * @example
 * const client = createClient({ baseUrl: "http://127.0.0.1:8080", clientId: "demo", clientSecret: "demo-secret" });
 * const { status, body } = await client.createFixedLocationCallout({
 *   externalReferenceId: "STORE-001",
 *   body: { responseTypeId: 2 },
 * });
 * console.log(status === 201 ? "raised" : "already running", body.url);
 */
export function createClient(options: ClientOptions): Client {
  const transport: Transport = {
    baseUrl: readBaseUrl(options.baseUrl),
    // called as a method of another object the browser's fetch refuses to work
    fetch: (input, init) => (options.fetch ?? globalThis.fetch)(input, init),
    tokens: tokensOf(options, () => transport),
    retries: { ...defaultRetries, ...options.retries },
    timeoutMilliseconds: options.timeoutMilliseconds ?? 15_000,
    now: Date.now,
    random: Math.random,
    sleep,
  };
  const methods = Object.entries<Route>(routes).map(([name, route]) => [
    name,
    (parameters: Parameters = {}, callOptions?: CallOptions) =>
      call(transport, route, parameters, callOptions),
  ]);
  return Object.fromEntries(methods) as Client;
}

/** @throws TypeError when it is no http(s) address, or ends in the API's own path */
function readBaseUrl(baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, "");
  if (!/^https?:\/\//.test(base) || !URL.canParse(base))
    throw new TypeError(`baseUrl must be an http(s) address, not ${baseUrl}`);
  if (base.endsWith("/panic-api/v2")) throw new TypeError("baseUrl must not hold /panic-api/v2");
  return base;
}

function tokensOf(options: ClientOptions, transport: () => Transport): TokenSource {
  if ("accessToken" in options) {
    const { accessToken } = options;
    return {
      current: async () => (typeof accessToken === "string" ? accessToken : accessToken()),
      discard() {},
    };
  }
  const { clientId, clientSecret } = options;
  const ask = async (): Promise<GrantedToken> => {
    const { body } = await call(transport(), routes.createOauthToken, { body: { clientId, clientSecret } });
    return body as GrantedToken;
  };
  return rememberTokens(ask, Date.now);
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", aborted, { once: true });
    function done(): void {
      signal?.removeEventListener("abort", aborted);
      resolve();
    }
    function aborted(): void {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
  });
}
