import { z } from "zod";
import { operation } from "../../route.ts";

/** Seconds after which asking again makes sense. */
const retryAfterSeconds = "1";

export const getReadiness = operation({
  method: "GET",
  path: "/readyz",
  operationId: "get-readiness",
  summary: "The node can raise callouts",
  description: "200 when a callout raised here now would be accepted and acted on; 503 with the reason else.",
  tag: "operations",
  access: "open",
  answers: { 200: z.object({ status: z.literal("ready") }), 503: z.object({ message: z.string() }) },
  errors: [],
  async handle({ context }) {
    const obstacle = await context.readiness.obstacle();
    if (obstacle === null) return { status: 200, body: { status: "ready" } };
    // an answer, not an error: whoever asks every second shall not fill the log
    return {
      status: 503,
      body: { message: obstacle },
      headers: { "retry-after": retryAfterSeconds, "x-error-code": "unavailable" },
    };
  },
});
