import { type HttpAnswer, send } from "./http-client.ts";
import { member, show } from "./json.ts";

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The tenants a run speaks for: `server` does the work, `other` must see nothing of it, and `defaulting`, where there is
 * one, has the policy defaultResponseTypeId.
 */
export interface Tenants {
  readonly server: Credentials;
  readonly other: Credentials;
  readonly defaulting?: Credentials;
}

/** Everything a case needs to know of the server it runs against. */
export interface Target {
  readonly base: URL;
  readonly tenants: Tenants;
  /** Tenant → its access token. */
  readonly tokens: Readonly<Record<string, string>>;
}

/**
 * Gets a token for every tenant, once for the whole run.
 * @throws Error saying for whom, and what the server answered
 */
export async function openTarget(base: URL, tenants: Tenants): Promise<Target> {
  const tokens: Record<string, string> = {};
  for (const [tenant, credentials] of Object.entries(tenants) as [string, Credentials][]) {
    tokens[tenant] = await fetchToken(base, tenant, credentials);
  }
  return { base, tenants, tokens };
}

async function fetchToken(
  base: URL,
  tenant: string,
  { clientId, clientSecret }: Credentials,
): Promise<string> {
  const answer = await send(base, {
    method: "POST",
    path: "/panic-api/v2/oauth/token",
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ clientId, clientSecret })),
  }).catch((error: unknown) => {
    throw new Error(`${base.href} does not answer: ${(error as Error).message}`, { cause: error });
  });
  const token = member(answer.body, ["accessToken"]);
  if (answer.status === 200 && typeof token === "string") return token;
  throw new Error(`no token for the tenant "${tenant}" (clientId ${clientId}): ${describe(answer)}`);
}

function describe({ status, text }: HttpAnswer): string {
  return `${status} ${show(text, 300)}`;
}
