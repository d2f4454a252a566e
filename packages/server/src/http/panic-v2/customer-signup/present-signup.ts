import type { WireSignupSession } from "@tocsin/wire";
import { pageSegment, type Signup } from "../../../hosted-sessions/index.ts";
import { presentInstant } from "../callouts/present-instant.ts";

export function presentSignup(signup: Signup, publicUrl: string, message: string): WireSignupSession {
  const { id, customerSourceId, token, status, customerId, siteId, email, customerReferenceId } = signup;
  const url = `${publicUrl}/signup/${pageSegment({ customerSourceId, sessionId: id, token })}`;
  return {
    sessionId: id,
    id,
    status,
    url,
    returnUrl: url,
    customerId,
    siteId,
    email,
    customerReferenceId,
    flows: signup.siteDetails ? ["customer", "site"] : ["customer"],
    siteDetails: signup.siteDetails,
    errorCode: signup.errorCode,
    createdAt: presentInstant(signup.createdAt),
    updatedAt: presentInstant(signup.updatedAt),
    expiresAt: presentInstant(signup.expiresAt),
    message,
  };
}
