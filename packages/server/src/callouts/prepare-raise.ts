import { type Accepted, transition } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { type ChainedEntry, chain, genesis } from "./event-chain.ts";
import type { AnyRaise } from "./types.ts";

/** A raise with everything decided that can be decided before anything is looked up. */
export interface PreparedRaise<Command extends AnyRaise> {
  readonly command: Command;
  readonly decision: Accepted;
  readonly entries: readonly ChainedEntry[];
  readonly trackingToken: string;
  readonly at: Temporal.Instant;
}

/** 128 bits: nobody guesses a tracking page. */
const trackingTokenBytes = 16;

export function prepareRaise<Command extends AnyRaise>(
  capabilities: Pick<Capabilities, "clock" | "random">,
  command: Command,
): PreparedRaise<Command> {
  const at = capabilities.clock.now();
  const decision = transition(
    null,
    { type: "raised", request: command.request, by: command.by },
    at,
    command.timing,
  );
  if (!decision.ok) throw new Error(`A first raise was refused: ${decision.reason}`);
  const trackingToken = capabilities.random.bytes(trackingTokenBytes).toString("base64url");
  const entries = chain({ sequence: 0, hash: genesis(trackingToken) }, decision.entries, at);
  return { command, decision, entries, trackingToken, at };
}
