import type { Signup, SignupError } from "./types.ts";

/** What the session is by now: one that nobody finished in time has failed, without anybody having to write that down. */
export function signupAt(signup: Signup, now: Temporal.Instant): Signup {
  const isLate = Temporal.Instant.compare(now, signup.expiresAt) >= 0;
  if (signup.status !== "pending_verification" || !isLate) return signup;
  return { ...signup, status: "failed", errorCode: "expired", updatedAt: signup.expiresAt };
}

export function isPending({ status }: Pick<Signup, "status">): boolean {
  return status === "pending_verification";
}

export function completed(
  signup: Signup,
  made: { readonly customerId: number; readonly siteId: number | null },
  now: Temporal.Instant,
): Signup {
  return { ...signup, ...made, status: "completed", updatedAt: now };
}

export function cancelled(signup: Signup, now: Temporal.Instant): Signup {
  return { ...signup, status: "cancelled", updatedAt: now };
}

export function failed(signup: Signup, errorCode: SignupError, now: Temporal.Instant): Signup {
  return { ...signup, status: "failed", errorCode, updatedAt: now };
}
