import type { Capabilities } from "../capabilities.ts";
import { AppError, invalid } from "../errors.ts";
import { checkPolicies } from "./check-policies.ts";
import { hashSecret, makeClientSecret } from "./client-secret.ts";
import { insertPartner } from "./partner-store.ts";
import type { PolicyOverrides } from "./policies.ts";
import { insertSecret } from "./secret-store.ts";

export interface NewPartner {
  /** 1 to 128 letters, digits and `. _ ~ @ -`, starting with a letter or digit. */
  readonly clientId: string;
  readonly name: string;
  /** Chosen instead of made, for demonstrations and for clients that come with theirs. What can be guessed will be. */
  readonly clientSecret?: string;
  readonly policies?: PolicyOverrides;
  /** May sign in on demonstration systems alone. */
  readonly isDemo?: boolean;
}

export interface CreatedPartner {
  readonly customerSourceId: number;
  readonly clientId: string;
  /** Shown here and never again. */
  readonly clientSecret: string;
  readonly houseAccountId: number;
}

const clientIdForm = /^[A-Za-z0-9][A-Za-z0-9._~@-]{0,127}$/;
const longestName = 200;
const longestSecret = 512;

/**
 * Makes a tenant with its house account and its first secret.
 * @throws AppError `invalid-request`, or `client-id-taken`
 */
export async function createPartner(
  capabilities: Capabilities,
  partner: NewPartner,
): Promise<CreatedPartner> {
  const { clientId, name, policies = {}, isDemo = false } = partner;
  if (!clientIdForm.test(clientId)) {
    throw invalid(
      "clientId",
      "must be 1 to 128 letters, digits and . _ ~ @ - and start with a letter or digit",
    );
  }
  checkText("name", name, longestName);
  if (partner.clientSecret !== undefined) checkText("clientSecret", partner.clientSecret, longestSecret);
  checkPolicies(policies);
  const clientSecret = partner.clientSecret ?? makeClientSecret(capabilities.random);
  const now = capabilities.clock.now();
  return capabilities.db.transaction(async (tx) => {
    const made = await insertPartner(tx, { clientId, name, policies, isDemo }, now);
    if (!made)
      throw new AppError("client-id-taken", `The clientId ${clientId} is taken. Choose another one.`);
    await insertSecret(tx, made.customerSourceId, hashSecret(clientSecret), now);
    return { ...made, clientId, clientSecret };
  });
}

function checkText(field: string, text: string, maxLength: number): void {
  if (text.trim() !== "" && text.length <= maxLength && text.isWellFormed() && !text.includes("\0")) return;
  throw invalid(field, `must be 1 to ${maxLength} characters of text and not blank`);
}
