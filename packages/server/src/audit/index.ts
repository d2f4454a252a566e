export { type AuditPage, listAudit, recordAudit } from "./audit-store.ts";
export { installation } from "./installation.ts";
export type { AuditActor, AuditActorKind, AuditEntry, AuditNote, AuditSubject } from "./types.ts";
