import { sameToken } from "../callouts/index.ts";
import type { Random } from "../capabilities.ts";

/** What the last segment of a hosted page's address says. */
export interface PageAddress {
  readonly customerSourceId: number;
  readonly sessionId: string;
  /** 128 random bits: knowing the ids is not enough. */
  readonly token: string;
}

const tokenBytes = 16;

export function makePageToken(random: Random): string {
  return random.bytes(tokenBytes).toString("base64url");
}

/** The last segment: tenant in base 36 and session to find it, the token to be let in. */
export function pageSegment({ customerSourceId, sessionId, token }: PageAddress): string {
  return `${customerSourceId.toString(36)}-${sessionId}-${token}`;
}

/** Reads the last segment; undefined when it can't be one. */
export function readPageSegment(segment: string): PageAddress | undefined {
  const match = /^([0-9a-z]{1,10})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([\w-]{22})$/.exec(segment);
  if (!match) return undefined;
  const [, source = "", sessionId = "", token = ""] = match;
  return { customerSourceId: Number.parseInt(source, 36), sessionId, token };
}

/** The session, if the address has its token; compared in constant time. */
export function letIn<Session extends { readonly token: string }>(
  session: Session | undefined,
  address: PageAddress,
): Session | undefined {
  return session && sameToken(session.token, address.token) ? session : undefined;
}
