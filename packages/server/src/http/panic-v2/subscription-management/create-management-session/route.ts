import { createManagementRequest, managementSession } from "@tocsin/wire";
import { AppError } from "../../../../errors.ts";
import { createManagement, pageSegment } from "../../../../hosted-sessions/index.ts";
import { operation } from "../../../route.ts";

export const createManagementSession = operation({
  method: "POST",
  path: "/panic-api/v2/subscription-management/sessions",
  operationId: "create-management-session",
  summary: "Send a customer to a page where they look after their subscription",
  description:
    "Takes the customer's own token: a server token is answered 400, since it is nobody's in particular. The page is open for 30 " +
    "minutes to whoever has its address, and leads back to `returnUrl`.",
  tag: "Hosted pages",
  access: "customer",
  about: () => null,
  body: createManagementRequest,
  answers: { 201: managementSession },
  errors: [],
  async handle({ context, caller, body, db }) {
    if (caller.scope === "server") throw noCustomer();
    const { partner, customerId } = caller;
    const { customerSourceId } = partner;
    const session = await createManagement({ ...context, db }, { customerSourceId, customerId, ...body });
    const segment = pageSegment({ customerSourceId, sessionId: session.id, token: session.token });
    const url = `${context.settings.publicUrl}/subscription/${segment}`;
    return { status: 201, body: { url, message: "Subscription management session created." } };
  },
});

function noCustomer(): AppError {
  const fields = [{ field: "customerId", message: "must be in the token: send a customer's own token" }];
  return new AppError("invalid-request", "No valid customerId found", { fields });
}
