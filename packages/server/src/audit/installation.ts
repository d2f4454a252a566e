import type { AuditActor } from "./types.ts";

/** Whoever runs the installation: the command line and what a node does for itself. */
export const installation: AuditActor = { kind: "installation", id: null, name: null };
