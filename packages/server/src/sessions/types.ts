/** Who a session is of: an operator of the control room, a responder, or a supplier's gateway (`fleet`). */
export type SessionKind = "operator" | "responder" | "fleet";

export interface SessionSubject {
  readonly kind: SessionKind;
  /** The id of the operator, the responder, or for a fleet the supplier. */
  readonly subjectId: number;
}

export interface IssuedSession {
  /** 256 random bits; shown here and never again. */
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Opaque tokens: issued here, remembered by their hash, ended at once on every node. */
export interface SessionService {
  issue(subject: SessionSubject): Promise<IssuedSession>;
  /**
   * Whose session it is.
   * @throws AppError `unauthorized` when the token is unknown, ended, expired, or of another kind
   */
  verify(token: string, kind: SessionKind): Promise<SessionSubject>;
  /** Ends one session; signing out twice is no mistake. */
  revoke(token: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}
