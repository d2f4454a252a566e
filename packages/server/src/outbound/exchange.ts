import type { Dispatcher } from "undici";
import { describeFailure } from "./describe-failure.ts";
import { type AnswerLimits, createReceived } from "./received.ts";
import type { OutboundFailure, OutboundResult } from "./types.ts";

export interface Limits extends AnswerLimits {
  /** From the first look at the name to the last byte of the answer. */
  readonly totalMilliseconds: number;
}

export const usualLimits: Limits = {
  totalMilliseconds: 10_000,
  answerBytes: 64 * 1024,
  keptBytes: 1024,
};

interface Exchange {
  readonly handler: Dispatcher.DispatchHandler;
  readonly result: Promise<OutboundResult>;
}

/** One request's way through undici, as a handler, and what came of it. Settles once; what comes later is dropped. */
export function createExchange(limits: Limits, now: () => Temporal.Instant): Exchange {
  const settled = Promise.withResolvers<OutboundResult>();
  const received = createReceived(limits);
  let controller: Dispatcher.DispatchController | undefined;
  let over = false;

  const finish = (result: OutboundResult): void => {
    over = true;
    clearTimeout(timer);
    settled.resolve(result);
  };
  const fail = (failure: OutboundFailure, message: string): void =>
    finish({ kind: "failed", failure, message, status: received.status });
  const timer = setTimeout(() => {
    const seconds = limits.totalMilliseconds / 1000;
    fail("timeout", `There was no complete answer within ${seconds} s.`);
    controller?.abort(new Error("out of time"));
  }, limits.totalMilliseconds);

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      controller = started;
      // it ran out of time while it waited for its connection
      if (over) started.abort(new Error("out of time"));
    },
    onResponseStart(_controller, status, headers) {
      // an interim answer (1xx) promises another one
      if (!over && status >= 200) received.begin(status, headers);
    },
    onResponseData(started, chunk) {
      if (over || !received.add(chunk)) return;
      finish(received.conclude(now()));
      started.abort(new Error("the answer is too long"));
    },
    onResponseEnd() {
      if (!over) finish(received.conclude(now()));
    },
    onResponseError(_controller, error) {
      if (over) return;
      const { failure, message } = describeFailure(error);
      fail(failure, message);
    },
  };
  return { handler, result: settled.promise };
}
