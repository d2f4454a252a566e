/** Why there is no answer, told apart so that a log of deliveries can say it. */
export type OutboundFailure =
  /** The address, or every address of the name, is one nobody may send us to. */
  | "address-refused"
  | "dns"
  /** Nobody there: refused, unreachable. */
  | "connect"
  /** The certificate, or the handshake. */
  | "tls"
  | "timeout"
  /** The connection ended before the answer did. */
  | "closed-early"
  /** Answered with an address to go to instead, where we don't go. */
  | "redirect"
  /** What came is not HTTP as we know it. */
  | "protocol"
  /** The request can't be one: a header with a line break. Nothing was sent. */
  | "unsendable"
  /** We stopped, not they. */
  | "stopped";

export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A whole answer, whatever its status (redirects aside). */
export interface OutboundAnswer {
  readonly kind: "answered";
  readonly status: number;
  /** Whole seconds from now, of a Retry-After in either form; null without one that makes sense. */
  readonly retryAfterSeconds: number | null;
  /** The first KiB of the body as text that a database can hold. */
  readonly body: string;
  /** Whether there was more of it. */
  readonly truncated: boolean;
  /** Whether there was so much more, above 64 KiB, that the rest was not even received. */
  readonly cut: boolean;
}

export interface OutboundFailed {
  readonly kind: "failed";
  readonly failure: OutboundFailure;
  /** What happened, for whoever owns the address. */
  readonly message: string;
  /** The status, when it came before the failure. */
  readonly status: number | null;
}

export type OutboundResult = OutboundAnswer | OutboundFailed;

/** The one way out to addresses that somebody else chose. */
export interface Outbound {
  /**
   * Sends a POST and waits for the whole answer, ten seconds in all. Redirects are not followed.
   * Never rejects: whatever happens is a result.
   */
  post(request: OutboundRequest): Promise<OutboundResult>;
  /**
   * Why an address would never be sent to, as far as its text tells; names are judged again whenever we connect.
   * @returns null when there is nothing against it, else what must be different ("must be …")
   */
  judge(url: string): string | null;
  /** What is under way fails as `stopped`. */
  stop(): Promise<void>;
}
