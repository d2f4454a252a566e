import type { Operation } from "../../route.ts";
import { createCalloutToken } from "./create-callout-token/route.ts";
import { createCustomerToken } from "./create-customer-token/route.ts";
import { createOauthToken } from "./create-oauth-token/route.ts";

/** How programs get their tokens. */
export const oauthOperations: readonly Operation[] = [
  createOauthToken,
  createCalloutToken,
  createCustomerToken,
];
