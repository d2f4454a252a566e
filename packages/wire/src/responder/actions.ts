import { z } from "zod";
import { instant, optional, pathId, requiredText, text } from "../scalars.ts";

export const offerParams = z.object({ offerId: pathId });
export const assignmentParams = z.object({ assignmentId: pathId });

/** Body of POST /responder/v1/offers/:id/decline. */
export const declineBody = optional(z.object({ reason: optional(text(500)) }));

const degrees = (limit: number) => z.number().min(-limit).max(limit);

/** Body of POST /responder/v1/assignments/:id/arrive. */
export const arriveBody = optional(
  z.object({
    position: optional(
      z.object({ latitude: degrees(90), longitude: degrees(180), accuracy: optional(z.number().min(0)) }),
    ),
  }),
);

/** Body of POST /responder/v1/assignments/:id/complete. */
export const completeAssignmentBody = optional(
  z.object({ notes: optional(text(4096)), outcome: optional(text(200)) }),
);

/** Body of POST /responder/v1/assignments/:id/abort. */
export const abortBody = z.object({ reason: requiredText(500) });

/** Body of POST /responder/v1/assignments/:id/events. */
export const remarkBody = z.object({ message: requiredText(4096) });

export const remarkAnswer = z
  .object({
    calloutId: z.int(),
    sequence: z.int().describe("Of the timeline entry."),
    message: z.string(),
    createdAt: instant,
  })
  .meta({ id: "ResponderRemark" });

/** Body of POST /responder/v1/assignments/:id/photos: an image. */
export const photoBody = z.instanceof(Uint8Array, { error: "must be the bytes of an image" });

export const photoAnswer = z
  .object({
    id: z.int(),
    assignmentId: z.int(),
    mediaType: z.enum(["image/png", "image/jpeg", "image/webp"]),
    bytes: z.int(),
    sha256: z.string().describe("Hexadecimal."),
    createdAt: instant,
  })
  .meta({ id: "AssignmentPhoto" });
