export { type AttemptLimiter, createAttemptLimiter } from "./attempt-limiter.ts";
export { createSessionService } from "./session-service.ts";
export { endSessions } from "./session-store.ts";
export type { IssuedSession, SessionKind, SessionService, SessionSubject } from "./types.ts";
