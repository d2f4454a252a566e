import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { createAttemptLimiter, type IssuedSession, type SessionService } from "../sessions/index.ts";
import { matchesFleetSecret } from "./fleet-secret.ts";
import { matchesPin } from "./pin-hash.ts";
import { findSignIn } from "./responder-store.ts";
import { findFleetSecret } from "./supplier-store.ts";
import { createTurns } from "./take-turns.ts";

/** libuv has four threads: with two, a whole shift signing in at once leaves room for a safe code that is being checked. */
const hashesAtOnce = 2;
/** At some 100 a second these wait for ten seconds, which is as long as an app waits. */
const mostWaiting = 1_000;

export interface ResponderSession {
  readonly responderId: number;
  readonly session: IssuedSession;
}

/** How responders and their suppliers' gateways come in. */
export interface ResponderSignIn {
  /** @throws AppError `unauthorized`: the same words and time for an unknown login and a wrong PIN; `too-many-attempts` */
  signIn(login: string, pin: string): Promise<ResponderSession>;
  /**
   * Attempts are not counted: nobody guesses 256 bits, and whoever wanted to could lock a gateway out.
   * @throws AppError `unauthorized`
   */
  signInFleet(supplierId: number, secret: string): Promise<IssuedSession>;
}

export function createResponderSignIn(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  sessions: SessionService,
  settings: { readonly demo: boolean },
): ResponderSignIn {
  const attempts = createAttemptLimiter(clock);
  const inTurn = createTurns(hashesAtOnce, mostWaiting);
  return {
    async signIn(given, pin) {
      const login = given.toLowerCase();
      const responderId = await attempts.try(login, async () => {
        const found = await findSignIn(db, login, settings.demo);
        const matches = await inTurn(() => matchesPin(found?.pinHash ?? null, pin));
        return found && matches ? found.id : null;
      });
      if (responderId === null) throw wrongPair("login and pin");
      return { responderId, session: await sessions.issue({ kind: "responder", subjectId: responderId }) };
    },
    async signInFleet(supplierId, secret) {
      const kept = await findFleetSecret(db, supplierId, settings.demo);
      if (!matchesFleetSecret(kept, secret)) throw wrongPair("supplierId and secret");
      return sessions.issue({ kind: "fleet", subjectId: supplierId });
    },
  };
}

function wrongPair(pair: string): AppError {
  return new AppError("unauthorized", `There is nobody with this ${pair}.`);
}
