import type { FastifyRequest } from "fastify";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { isAtLeast, type OperatorRole } from "../../operators/index.ts";
import { bearerToken, noToken } from "./bearer-token.ts";
import type { OperatorCaller } from "./callers.ts";
import { refuseForeignOrigin } from "./same-origin.ts";
import { sessionCookie } from "./session-cookie.ts";

const from = "POST /control/v1/sessions";

/**
 * Whoever is signed in to the control room, by bearer token or by the console's cookie, if their role is enough.
 * @param minimum null: also who has to change the password first
 */
export function findOperatorCaller(minimum: OperatorRole | null) {
  return async (context: AppContext, request: FastifyRequest): Promise<OperatorCaller> => {
    const sessionToken = tokenOf(request, context);
    const operator = await context.operators.verify(sessionToken);
    if (minimum !== null) {
      if (operator.mustChangePassword) throw passwordChangeRequired();
      if (!isAtLeast(operator.role, minimum)) throw roleTooLow(operator.role, minimum);
    }
    return { operator, sessionToken };
  };
}

function tokenOf(request: FastifyRequest, context: AppContext): string {
  const token = bearerToken(request.headers.authorization, from);
  if (token !== undefined) return token;
  const kept = sessionCookie(request.headers.cookie);
  if (kept === undefined) throw noToken(from);
  refuseForeignOrigin(request, context.settings.publicUrl);
  return kept;
}

function passwordChangeRequired(): AppError {
  return new AppError(
    "password-change-required",
    "Somebody else chose your password. Change it first: POST /control/v1/password with current and next.",
  );
}

function roleTooLow(role: OperatorRole, minimum: OperatorRole): AppError {
  return new AppError("forbidden", `This takes the role ${minimum}; yours is ${role}.`);
}
