import { nextTry } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Outbound } from "../outbound/index.ts";
import type { Head, Outcome, Verdict } from "./delivery.ts";
import { signatureHeaders } from "./signature.ts";
import { signingKeysOf } from "./signing-keys.ts";
import type { WebhookEndpoint } from "./types.ts";

type Result = Awaited<ReturnType<Outbound["post"]>>;

type Tried = Pick<Outcome, "status" | "failure" | "reason" | "answer"> & {
  readonly retryAfterSeconds: number | null;
};

/**
 * Tries a delivery once: registered headers, our own beside them, and 2xx within ten seconds or it has failed (panic-v2 §8).
 * @returns undefined when this node stopped meanwhile: nothing is known then
 */
export async function tryDelivery(
  { clock, random, outbound }: Pick<Capabilities, "clock" | "random" | "outbound">,
  endpoint: WebhookEndpoint,
  head: Head,
): Promise<Outcome | undefined> {
  const at = clock.now();
  const startedAt = performance.now();
  const request = { url: endpoint.url, headers: headersOf(endpoint, head, at), body: head.body };
  const result = await outbound.post(request);
  if (result.kind === "failed" && result.failure === "stopped") return undefined;
  const milliseconds = Math.round(performance.now() - startedAt);
  const { retryAfterSeconds, ...tried } = judge(result);
  const verdict =
    tried.failure === null ? delivered : whatNext(head, at, clock.now(), { retryAfterSeconds, random });
  return { head, at, milliseconds, ...tried, verdict };
}

const delivered = { state: "delivered" } as const;

function headersOf(endpoint: WebhookEndpoint, { webhookId, sequence, body }: Head, at: Temporal.Instant) {
  const isTyped = Object.keys(endpoint.headers).some((name) => name.toLowerCase() === "content-type");
  return {
    ...(isTyped ? {} : { "content-type": "application/json" }),
    ...endpoint.headers,
    ...signatureHeaders({ id: webhookId, at, body }, signingKeysOf(endpoint, at)),
    "webhook-sequence": String(sequence),
  };
}

function judge(result: Result): Tried {
  if (result.kind === "failed") {
    const { failure, message, status } = result;
    return { status, failure, reason: message, answer: null, retryAfterSeconds: null };
  }
  const { status, body, cut, retryAfterSeconds } = result;
  const isTaken = status >= 200 && status < 300;
  return {
    status,
    failure: isTaken ? null : "status",
    reason: reasonOf(status, isTaken, cut),
    answer: body,
    retryAfterSeconds,
  };
}

/** What is to be said of an answer; null: nothing, it was taken and read to its end. */
function reasonOf(status: number, isTaken: boolean, isCut: boolean): string | null {
  const failed = isTaken ? [] : [`The answer was ${status}.`];
  const cut = isCut ? ["The answer was longer than 64 KiB; the rest of it was not received."] : [];
  return [...failed, ...cut].join(" ") || null;
}

function whatNext(
  { madeAt, firstTryAt, tries }: Head,
  at: Temporal.Instant,
  now: Temporal.Instant,
  { retryAfterSeconds, random }: { readonly retryAfterSeconds: number | null } & Pick<Capabilities, "random">,
): Verdict {
  const since = (then: Temporal.Instant): number => Math.max(0, now.since(then).total("seconds"));
  const failed = {
    sinceMadeSeconds: since(madeAt),
    sinceFirstTrySeconds: since(firstTryAt ?? at),
    tries: tries + 1,
    retryAfterSeconds,
  };
  const next = nextTry(failed, random.bytes(4).readUInt32BE() / 2 ** 32);
  if (next.kind === "dead") return { state: "dead" };
  const later = (seconds: number): Temporal.Instant => now.add({ milliseconds: Math.round(seconds * 1_000) });
  return {
    state: "pending",
    dueAt: later(next.waitSeconds),
    heldUntil: next.heldSeconds > 0 ? later(next.heldSeconds) : null,
  };
}
