import { z } from "zod";
import { id, instant, optional, text } from "../scalars.ts";

const reason = { id: z.int(), reason: z.string() };

/** 200 of GET …/exceptionReasons: the reasons there are. */
export const exceptionReasonList = z.array(z.object(reason).meta({ id: "ExceptionReason" }));

/** Body of POST …/exceptionReasons. */
export const createExceptionReasonRequest = z
  .object({
    exceptionReasonId: id.describe("Id from GET …/exceptionReasons."),
    notes: optional(text(4096)),
  })
  .meta({ id: "CreateExceptionReason" });

/** 201 of POST …/exceptionReasons; `id` and `reason` are the reason's own. */
export const exceptionReasonCreated = z
  .object({
    ...reason,
    message: z.string(),
    createdExceptionReason: z.object({
      id: z.int(),
      calloutId: z.int(),
      exceptionReasonId: z.int(),
      notes: z.string().nullable(),
      createdAt: instant,
    }),
  })
  .meta({ id: "ExceptionReasonCreated" });
