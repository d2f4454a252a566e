import { defaultTiming, type TimingPolicy } from "./callout/timing.ts";

export const serviceTypes = ["guarding", "patrol", "lockup", "unlock", "inspection", "escort"] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** What a tenant may set (panic-v2 §2, the whole list). */
export interface Policies {
  readonly tokenLifetimeSeconds: number;
  readonly responseTypes: readonly number[];
  readonly serviceTypes: readonly ServiceType[];
  readonly defaultResponseTypeId: number | null;
  readonly unknownReferenceStatus: 404 | 400;
  readonly tryBeforeSignup: boolean;
  readonly legacyCreateChecksSubscription: boolean;
  readonly testSupplierId: number | null;
  /** ISO 3166 country that national phone numbers are read in. */
  readonly defaultRegion: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly timing: TimingPolicy;
}

export const defaultPolicies: Policies = {
  tokenLifetimeSeconds: 3600,
  responseTypes: [1, 2],
  serviceTypes,
  defaultResponseTypeId: null,
  unknownReferenceStatus: 404,
  tryBeforeSignup: false,
  legacyCreateChecksSubscription: true,
  testSupplierId: null,
  defaultRegion: "ZA",
  timeZone: "Africa/Johannesburg",
  timing: defaultTiming,
};
