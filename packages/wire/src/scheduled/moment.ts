import { z } from "zod";

/** An instant in a request. A time of day without a zone would be a guess. */
export const moment = z.iso
  .datetime({
    offset: true,
    error: "must be an ISO 8601 date and time with Z or an offset, such as 2026-02-28T14:00:00Z",
  })
  .transform((at) => new Date(at));
