import type { Capabilities } from "../capabilities.ts";
import { changePartner } from "./change-partner.ts";
import { hashSecret, liveSecrets, makeClientSecret } from "./client-secret.ts";
import { insertSecret, keepNewestSecrets, revokeTokens } from "./secret-store.ts";

export interface RotatedSecret {
  readonly clientId: string;
  /** Shown here and never again. */
  readonly clientSecret: string;
}

/**
 * Makes another secret for a tenant. The one before it goes on working, so that the client can change over without a gap,
 * and ends when the next one is made. With `revokeOld` every older secret and every token made so far ends now: for a
 * secret that leaked.
 * @throws AppError `not-found`
 */
export async function rotateSecret(
  capabilities: Capabilities,
  clientId: string,
  { revokeOld = false }: { readonly revokeOld?: boolean } = {},
): Promise<RotatedSecret> {
  const clientSecret = makeClientSecret(capabilities.random);
  const now = capabilities.clock.now();
  return changePartner(capabilities, clientId, async (tx, { customerSourceId }) => {
    await insertSecret(tx, customerSourceId, hashSecret(clientSecret), now);
    await keepNewestSecrets(tx, customerSourceId, revokeOld ? 1 : liveSecrets);
    if (revokeOld) await revokeTokens(tx, customerSourceId, now);
    return { clientId, clientSecret };
  });
}
