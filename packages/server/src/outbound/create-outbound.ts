import { Agent, type Dispatcher } from "undici";
import type { AllowList } from "./allow-list.ts";
import { createConnector } from "./connector.ts";
import { createExchange, type Limits, usualLimits } from "./exchange.ts";
import { createGuard } from "./guard.ts";
import { lookupBy, type ResolveName, resolveThroughDns } from "./resolve-name.ts";
import type { Outbound, OutboundFailed, OutboundRequest, OutboundResult } from "./types.ts";

export interface OutboundOptions {
  /** What may be reached beside the internet, and by plain http. */
  readonly allowed: AllowList;
  readonly clock: { now(): Temporal.Instant };
  readonly limits?: Limits;
  /** How names that the operator did not list are resolved. */
  readonly resolve?: ResolveName;
  /** A certificate authority to trust instead of the usual ones. */
  readonly ca?: string;
}

/**
 * The way out to addresses that others chose (partners' webhooks and callbacks). Connections are kept and used again; each
 * was judged when it was opened, by the address it really leads to.
 */
export function createOutbound({ allowed, clock, ca, ...options }: OutboundOptions): Outbound {
  const { limits = usualLimits, resolve = resolveThroughDns() } = options;
  const guard = createGuard(allowed);
  const common = { timeoutMilliseconds: limits.totalMilliseconds, ...(ca === undefined ? {} : { ca }) };
  const guarded = openAgent(
    createConnector({ ...common, blockList: guard.refused, lookup: lookupBy(resolve) }),
  );
  const trusting = openAgent(createConnector(common));
  let stopped = false;
  return {
    judge: guard.judge,
    async post(request) {
      const problem = guard.judge(request.url);
      if (problem !== null) return failed("address-refused", `The address ${problem}.`);
      const { origin, pathname, search, hostname } = new URL(request.url);
      const { handler, result } = createExchange(limits, () => clock.now());
      const agent = guard.trusts(hostname) ? trusting : guarded;
      agent.dispatch(requestOf(request, origin, `${pathname}${search}`), handler);
      const outcome = await result;
      return stopped && outcome.kind === "failed" ? failed("stopped", "This node stopped.") : outcome;
    },
    async stop() {
      stopped = true;
      await Promise.all([guarded.destroy(), trusting.destroy()]);
    },
  };
}

/** HTTP/1.1 alone: one connection never speaks for two names. Our own limit counts, from the start; undici's don't. */
function openAgent(connect: ReturnType<typeof createConnector>): Agent {
  return new Agent({ connect, allowH2: false, headersTimeout: 0, bodyTimeout: 0 });
}

function requestOf(request: OutboundRequest, origin: string, path: string): Dispatcher.DispatchOptions {
  const isNamed = Object.keys(request.headers).some((name) => name.toLowerCase() === "user-agent");
  const headers = { ...(isNamed ? {} : { "user-agent": "Tocsin" }), ...request.headers };
  return { origin, path, method: "POST", headers, body: request.body };
}

function failed(failure: OutboundFailed["failure"], message: string): OutboundResult {
  return { kind: "failed", failure, message, status: null };
}
