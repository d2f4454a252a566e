import { z } from "zod";
import { fleetPositionFix, positionFix } from "./position-fix.ts";

/**
 * One bad position is rejected by itself and does not spoil the others, so the lists are checked as lists only; what their
 * members are is shown all the same.
 */
function listOf(fix: z.ZodType, most: number) {
  const { $schema: _, ...shown } = z.toJSONSchema(fix, { io: "input", override: dropPattern });
  return z.array(z.unknown().meta(shown)).min(1).max(most);
}

/** Body of POST /responder/v1/positions; any order. */
export const positionsBody = z.object({ positions: listOf(positionFix, 1_000) });

/** Body of POST /responder/v1/fleet/positions. */
export const fleetPositionsBody = z.object({ positions: listOf(fleetPositionFix, 10_000) });

export const positionsAnswer = z
  .object({
    accepted: z.int().describe("Newer than all before: the responder is there now."),
    stale: z.int().describe("Came late: kept for the track, and does not move the responder back."),
    staleIndexes: z
      .array(z.int())
      .describe("Which ones: not newer than the newest known of that responder. Places in the list, from 0."),
    rejected: z.array(
      z.object({ index: z.int().describe("In the list that was sent, from 0."), reason: z.string() }),
    ),
  })
  .meta({ id: "PositionsVerdict" });
export type PositionsVerdict = z.infer<typeof positionsAnswer>;

/** The format says it in one word. */
function dropPattern({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
