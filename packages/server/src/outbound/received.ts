import type { IncomingHttpHeaders } from "node:http";
import { readRetryAfter } from "./retry-after.ts";
import type { OutboundResult } from "./types.ts";

export interface AnswerLimits {
  /** Of the answer's body; what lies beyond is not received. */
  readonly answerBytes: number;
  /** Of the answer's body; what of it is given on. */
  readonly keptBytes: number;
}

/** An answer as it comes in. */
export interface Received {
  /** Null until it came. */
  readonly status: number | null;
  begin(status: number, headers: IncomingHttpHeaders): void;
  /** @returns whether that is all we take of it */
  add(chunk: Buffer): boolean;
  /** What it is, now that there will be no more of it. */
  conclude(now: Temporal.Instant): OutboundResult;
}

export function createReceived({ answerBytes, keptBytes }: AnswerLimits): Received {
  const kept: Buffer[] = [];
  let length = 0;
  let status: number | null = null;
  let headers: IncomingHttpHeaders = {};
  return {
    get status() {
      return status;
    },
    begin(itsStatus, itsHeaders) {
      status = itsStatus;
      headers = itsHeaders;
    },
    add(chunk) {
      if (length < keptBytes) kept.push(chunk.subarray(0, keptBytes - length));
      length += chunk.length;
      return length > answerBytes;
    },
    conclude(now) {
      if (status !== null && status >= 300 && status < 400) {
        return {
          kind: "failed",
          failure: "redirect",
          message: describeRedirect(status, headers.location),
          status,
        };
      }
      const retryAfterSeconds = readRetryAfter(headers["retry-after"], now);
      const body = readText(kept);
      return {
        kind: "answered",
        status: status ?? 0,
        retryAfterSeconds,
        body,
        truncated: length > keptBytes,
        cut: length > answerBytes,
      };
    },
  };
}

function describeRedirect(status: number, location: string | undefined): string {
  const target = location === undefined ? "" : ` to ${location.slice(0, 200)}`;
  return `The answer was ${status}, a redirect${target}; redirects are not followed.`;
}

/** Bytes of a stranger as text: half a last character is dropped, and NUL, which PostgreSQL has no room for, is shown. */
function readText(chunks: readonly Buffer[]): string {
  const text = new TextDecoder().decode(Buffer.concat(chunks), { stream: true });
  return text.replaceAll("\0", "\ufffd");
}
