import { type LeadStatus, leadSteps, stepLead } from "@tocsin/domain";
import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { AppError, notFound } from "../errors.ts";
import { lockLead, saveLeadProgress } from "./lead-store.ts";
import type { ControlLead } from "./types.ts";

/**
 * Brings a lead one step on; one that is there already stays as it is.
 * @param by who does it, for the audit
 * @throws AppError `not-found`; `lead-state` for a step that its status does not lead to
 */
export async function updateLead(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  by: AuditActor,
  id: string,
  { status }: { readonly status: LeadStatus },
): Promise<ControlLead> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const before = await lockLead(tx, id);
    if (!before) throw notFound(`Lead ${id}`);
    const stepped = stepLead(before, status, now);
    if (!stepped) throw noSuchStep(before.status, status);
    const lead = stepped === before ? before : { ...stepped, updatedAt: now };
    if (lead !== before) await saveLeadProgress(tx, lead, now);
    const { number, customerSourceId } = lead;
    const subject = { kind: "lead", id: number, customerSourceId } as const;
    await recordAudit(tx, { actor: by, action: "update-lead", subject, body: { leadId: id, status } }, now);
    return lead;
  });
}

function noSuchStep(from: LeadStatus, to: LeadStatus): AppError {
  const possible = leadSteps[from];
  const advice =
    possible.length > 0 ? `From there it can become ${possible.join(" or ")}.` : "That is its end.";
  return new AppError("lead-state", `The lead is ${from} and can't become ${to}. ${advice}`);
}
