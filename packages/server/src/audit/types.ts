/** Who acted: somebody in the control room, a responder, a supplier's gateway, or whoever runs the installation. */
export type AuditActorKind = "operator" | "responder" | "fleet" | "installation";

export interface AuditActor {
  readonly kind: AuditActorKind;
  readonly id: number | null;
  readonly name: string | null;
}

/** One action: who did what, on which, and how it was asked for. Never a secret. */
export interface AuditNote {
  readonly actor: AuditActor;
  /** The operation's id, such as `close-callout`. */
  readonly action: string;
  /** On what; null: on nothing in particular. */
  readonly subject: AuditSubject | null;
  /** What was asked for, without secrets. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface AuditSubject {
  readonly kind: "callout" | "coverageArea" | "lead" | "operator" | "responder" | "supplier" | "visit";
  readonly id: number;
  /** Whose it is; null: the installation's. */
  readonly customerSourceId: number | null;
}

/** A note as it was kept. */
export interface AuditEntry extends AuditNote {
  readonly id: number;
  readonly at: Temporal.Instant;
}
