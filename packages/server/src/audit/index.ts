export { listAudit, recordAudit } from "./audit-store.ts";
export { installation } from "./installation.ts";
export type { AuditActor, AuditEntry } from "./types.ts";
