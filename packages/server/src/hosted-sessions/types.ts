/** A place to be registered with the person. What is null is asked for on the page. */
export interface SiteDetails {
  readonly siteName: string;
  readonly siteReferenceId: string | null;
  readonly formattedAddress: string | null;
  /** Decimal text. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

export interface SignupInput {
  readonly returnUrl: string;
  readonly email: string | null;
  /** The partner's key for the person. */
  readonly customerReferenceId: string | null;
  readonly siteDetails: SiteDetails | null;
}

export const signupStatuses = ["pending_verification", "completed", "failed", "cancelled"] as const;
export type SignupStatus = (typeof signupStatuses)[number];

/** Why a sign-up came to nothing, for the partner's program. */
export type SignupError = "expired" | "site_reference_taken";

/** A person on our sign-up page, sent there by a partner. */
export interface Signup extends SignupInput {
  /** A UUID. */
  readonly id: string;
  readonly customerSourceId: number;
  /** The unguessable half of the page's address. */
  readonly token: string;
  readonly status: SignupStatus;
  readonly errorCode: SignupError | null;
  readonly customerId: number | null;
  readonly siteId: number | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** A person on the page where they look after their subscription. */
export interface ManagementSession {
  /** A UUID. */
  readonly id: string;
  readonly customerSourceId: number;
  readonly token: string;
  readonly customerId: number;
  readonly returnUrl: string;
  /** BCP 47; null: how the page writes dates is ours to say. */
  readonly locale: string | null;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}
