import { z } from "zod";
import { pageCursor, pageLimit } from "../paging.ts";
import { instant, optional } from "../scalars.ts";

export const listAuditQuery = z.object({
  limit: optional(pageLimit).describe("200 by default."),
  cursor: optional(pageCursor).describe("The nextCursor of the page before."),
});

export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor: z.object({ kind: z.string(), id: z.int().nullable(), name: z.string().nullable() }),
    action: z.string().describe("The operation's id."),
    subject: z.object({ kind: z.string(), id: z.int(), customerSourceId: z.int().nullable() }).nullable(),
    body: z.record(z.string(), z.unknown()).describe("What was asked for, without secrets."),
  })
  .meta({ id: "AuditEntry" });
export type WireAuditEntry = z.infer<typeof auditEntry>;

/** The newest first. */
export const auditPage = z.object({ entries: z.array(auditEntry), nextCursor: z.string().nullable() });
