import type { Actor, Position, TimingPolicy } from "@tocsin/domain";
import { attemptChange, type ChangeCapabilities } from "./change-callout.ts";

export interface MoveCommand {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly timing: TimingPolicy;
  readonly position: Position;
  readonly by: Actor;
}

/**
 * The person walked, or was found. A fixed location's callout can be moved too; its site stays known.
 * @returns `closed`: it is over and nothing was changed; undefined when the tenant has no such callout
 */
export async function moveCallout(
  capabilities: ChangeCapabilities,
  { customerSourceId, calloutId, timing, position, by }: MoveCommand,
): Promise<"moved" | "closed" | undefined> {
  const attempt = await attemptChange(capabilities, {
    customerSourceId,
    calloutId,
    timing,
    event: () => ({ type: "moved", position, by }),
  });
  // the close is the one thing that a move is refused for
  return attempt && (attempt.applied.ok ? "moved" : "closed");
}
