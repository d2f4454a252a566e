export { changePartner } from "./change-partner.ts";
export { type CreatedPartner, createPartner, type NewPartner } from "./create-partner.ts";
export { enabledResponseTypes } from "./enabled-response-types.ts";
export { listPartners } from "./list-partners.ts";
export { createPartnerDirectory } from "./partner-directory.ts";
export type { ListedPartner } from "./partner-store.ts";
export { type RotatedSecret, rotateSecret } from "./rotate-secret.ts";
export { setPolicy } from "./set-policy.ts";
export { createTokenService } from "./token-service.ts";
export type {
  Caller,
  Partner,
  PartnerDirectory,
  PersonScope,
  Scope,
  ServerCaller,
  TokenService,
} from "./types.ts";
