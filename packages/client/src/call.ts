import { type BuiltRequest, buildRequest, type Parameters } from "./build-request.ts";
import { readAnswer } from "./read-answer.ts";
import { nextDelay, type RetryPolicy } from "./retry.ts";
import type { Route } from "./route.ts";
import { TocsinError } from "./tocsin-error.ts";
import type { TokenSource } from "./tokens.ts";

/** What every call of a client has in common. */
export interface Transport {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly tokens: TokenSource;
  readonly retries: RetryPolicy;
  /** Of one try, from the start to the last byte of the answer. */
  readonly timeoutMilliseconds: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface CallOptions {
  /** Ends the call, the waits between tries too. */
  readonly signal?: AbortSignal | undefined;
  /** Makes what is sent again by another process the same request. By default each call has one of its own. */
  readonly idempotencyKey?: string | undefined;
  /** Sent beside the client's own headers, `Accept` or `If-None-Match` for example. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Call {
  readonly route: Route;
  readonly request: BuiltRequest;
  readonly options: CallOptions;
  /** The same for every try. */
  readonly idempotencyKey: string | undefined;
}

/** What goes out again by itself without harm: what changes nothing, or what carries a key. PUT and DELETE say where they end. */
function isRepeatable({ method, keyed }: Route): boolean {
  return keyed || ["GET", "HEAD", "PUT", "DELETE"].includes(method);
}

/**
 * Calls an operation until it is answered for good.
 * @throws TocsinError when the server refuses; what fetch throws when no answer comes
 */
export async function call(
  transport: Transport,
  route: Route,
  parameters: Parameters,
  options: CallOptions = {},
): Promise<Answered> {
  const request = buildRequest(transport.baseUrl, route, parameters);
  const idempotencyKey = route.keyed ? (options.idempotencyKey ?? crypto.randomUUID()) : undefined;
  const one: Call = { route, request, options, idempotencyKey };
  for (let tried = 1; ; tried += 1) {
    const outcome = await tryWithToken(transport, one);
    if ("answer" in outcome && isSuccess(outcome.answer)) return outcome.answer;
    const delay = isRepeatable(route)
      ? nextDelay(transport.retries, tryOutcome(outcome), {
          tried,
          now: transport.now(),
          random: transport.random(),
        })
      : null;
    if (delay === null || options.signal?.aborted) throw failureOf(outcome);
    await transport.sleep(delay, options.signal);
  }
}

type Outcome = { readonly answer: Answered } | { readonly error: unknown };

/** 304 is what was asked for with If-None-Match. */
function isSuccess({ status }: Answered): boolean {
  return status < 400;
}

function failureOf(outcome: Outcome): unknown {
  return "answer" in outcome ? new TocsinError(outcome.answer) : outcome.error;
}

function tryOutcome(outcome: Outcome) {
  if (!("answer" in outcome)) return { status: null, errorCode: null, retryAfter: null };
  const { status, headers } = outcome.answer;
  return { status, errorCode: headers.get("x-error-code"), retryAfter: headers.get("retry-after") };
}

/** A refused token is replaced once: it may have been ended before its time. */
async function tryWithToken(transport: Transport, one: Call): Promise<Outcome> {
  if (one.route.open) return tryOnce(transport, one, undefined);
  const token = await transport.tokens.current();
  const first = await tryOnce(transport, one, token);
  if (!("answer" in first) || first.answer.status !== 401) return first;
  transport.tokens.discard(token);
  const renewed = await transport.tokens.current();
  return renewed === token ? first : tryOnce(transport, one, renewed);
}

async function tryOnce(transport: Transport, one: Call, token: string | undefined): Promise<Outcome> {
  const { route, request, options } = one;
  const limit = AbortSignal.timeout(transport.timeoutMilliseconds);
  try {
    const response = await transport.fetch(request.url, {
      method: route.method,
      headers: headersOf(one, token),
      signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return {
      answer: { status: response.status, headers: response.headers, body: await readAnswer(response) },
    };
  } catch (error) {
    return { error };
  }
}

function headersOf({ request, options, idempotencyKey }: Call, token: string | undefined): Headers {
  const headers = new Headers({ accept: "application/json", ...options.headers });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (request.contentType) headers.set("content-type", request.contentType);
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  return headers;
}
