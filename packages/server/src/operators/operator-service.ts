import { recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { AppError, invalid } from "../errors.ts";
import type { IssuedSession, SessionService } from "../sessions/index.ts";
import { asActor } from "./as-actor.ts";
import { checkPassword } from "./check-input.ts";
import { findOperator } from "./operator-store.ts";
import { createPasswordCheck } from "./password-check.ts";
import { saveOwnPassword } from "./save-own-password.ts";
import type { Operator } from "./types.ts";

export interface SignedIn {
  readonly operator: Operator;
  readonly session: IssuedSession;
}

/** Who is in the control room. */
export interface OperatorService {
  /** @throws AppError `unauthorized`: the same words and work for an unknown name and a wrong password; `too-many-attempts` */
  signIn(username: string, password: string): Promise<SignedIn>;
  /**
   * Who a session's token speaks for, as they are now.
   * @throws AppError `unauthorized`
   */
  verify(token: string): Promise<Operator>;
  signOut(operator: Operator, token: string): Promise<void>;
  /**
   * Their own choice, which ends all their sessions and begins a new one.
   * @throws AppError `invalid-request`, `forbidden` for the demo's operator, `too-many-attempts`
   */
  changePassword(operator: Operator, change: PasswordChange): Promise<SignedIn>;
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

export function createOperatorService(
  capabilities: Pick<Capabilities, "db" | "clock" | "random">,
  sessions: SessionService,
  settings: { readonly demo: boolean },
): OperatorService {
  const { db, clock } = capabilities;
  const mayEnter = ({ disabledAt, isDemo }: Operator): boolean =>
    disabledAt === null && (settings.demo || !isDemo);
  const check = createPasswordCheck(capabilities, mayEnter);

  async function record(operator: Operator, action: string): Promise<void> {
    const subject = { kind: "operator", id: operator.id, customerSourceId: null } as const;
    await recordAudit(db, { actor: asActor(operator), action, subject, body: {} }, clock.now());
  }

  async function enter(operator: Operator): Promise<SignedIn> {
    return { operator, session: await sessions.issue({ kind: "operator", subjectId: operator.id }) };
  }

  return {
    async signIn(username, password) {
      const operator = await check(username, password);
      if (!operator)
        throw new AppError("unauthorized", "There is no operator with this username and password.");
      await record(operator, "sign-in-operator");
      return enter(operator);
    },
    async verify(token) {
      const { subjectId } = await sessions.verify(token, "operator");
      const operator = await findOperator(db, subjectId);
      if (operator && mayEnter(operator)) return operator;
      throw new AppError("unauthorized", "The session is unknown or over. Sign in again.");
    },
    async signOut(operator, token) {
      await sessions.revoke(token);
      await record(operator, "sign-out-operator");
    },
    async changePassword(operator, { current, next }) {
      if (operator.isDemo) throw demoPassword();
      checkPassword("next", next);
      if (next === current) throw invalid("next", "must be another password than the one before");
      if (!(await check(operator.username, current)))
        throw invalid("current", "is not the password you have now");
      return enter(await saveOwnPassword(capabilities, operator.id, next));
    },
  };
}

function demoPassword(): AppError {
  return new AppError("forbidden", "The demo operator's password is everybody's: it stays as it is.");
}
