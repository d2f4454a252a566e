import { z } from "zod";
import { instant } from "../scalars.ts";

const status = z.enum(["ok", "failing"]);

/** 200 of GET /control/v1/health. */
export const controlHealth = z.object({
  status,
  engine: z.object({
    status,
    lagSeconds: z.number().describe("How late the oldest due deadline is; 0 when none is due."),
    runningDeadlines: z.int(),
    overdueDeadlines: z.int(),
    oldestOverdue: z.object({ calloutId: z.int(), kind: z.string(), dueAt: instant }).nullable(),
    unwatchedCallouts: z.int().describe("Open callouts without a running deadline: must be 0."),
  }),
  visits: z.object({
    status,
    lagSeconds: z
      .number()
      .describe("How late it is noticed that nobody came to a visit; 0: no window is over unseen."),
    missed: z.int().describe("Visits missed within the last 24 hours: each should be looked into."),
    lastMissedAt: instant.nullable(),
  }),
  database: z.object({ status, problem: z.string().nullable() }),
  webhooks: z.object({ backlog: z.int(), oldestSeconds: z.number().nullable() }),
  positionFeeds: z
    .array(
      z.object({
        supplierId: z.int(),
        name: z.string(),
        onDuty: z.int(),
        fresh: z.int().describe("Of those on duty, with a position of the last two minutes."),
        newestSeconds: z.number().nullable(),
        oldestSeconds: z.number().nullable(),
      }),
    )
    .describe("Suppliers with somebody on duty."),
});
export type ControlHealth = z.infer<typeof controlHealth>;
