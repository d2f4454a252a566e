export { createAttemptLimiter } from "./attempt-limiter.ts";
export { createSessionService } from "./session-service.ts";
export { clearSessions, endSessions } from "./session-store.ts";
export type { IssuedSession, SessionService } from "./types.ts";
