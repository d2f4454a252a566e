import { z } from "zod";
import { id, optional, requiredText } from "../scalars.ts";

/** Bodies of POST /control/v1/callouts/:calloutId/<action>. One without a required member may be absent. */
function absentIsEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((body) => body ?? {}, schema);
}

const words = requiredText(2_000);

export const ownBody = absentIsEmpty(
  z.object({ force: z.boolean().default(false).describe("Supervisors: whoever has it.") }),
);

export const dispatchBody = z
  .object({
    responderId: id,
    instruction: optional(words).describe("For the responder to read."),
    additional: z.boolean().default(false).describe("True: live offers to others stay open."),
    override: z.boolean().default(false).describe("True: also somebody unfit; takes a reason."),
    reason: optional(words),
  })
  .refine(({ override, reason }) => !override || reason !== undefined, {
    path: ["reason"],
    message: "is required with override (why somebody unfit is sent)",
  });

export const standDownBody = z.object({
  responderId: optional(id).describe("Absent: everybody."),
  reason: words,
});

export const commentBody = z.object({ message: requiredText(4_000) });

export const verifyBody = z.object({
  classificationId: z.union([z.literal(1), z.literal(2)], { error: "must be 1 (REAL) or 2 (TEST)" }),
});

export const reasonBody = z.object({ reason: words });

export const completeBody = absentIsEmpty(z.object({ notes: optional(words) }));

export const closeBody = z.object({
  outcome: z.enum(["attended", "falseAlarm", "resolvedRemotely", "cancelled", "test", "duplicate"], {
    error: "must be one of attended, falseAlarm, resolvedRemotely, cancelled, test, duplicate",
  }),
  notes: optional(words),
});
