import { send } from "./http-client.ts";
import { member, shorten } from "./json.ts";

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
  /** Variable of the shell → what no log may show: `TOKEN`, `CLIENT_SECRET`, `OTHER_TOKEN`, … */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Gets a token for every tenant, once for the whole run.
 * @throws Error saying for whom, and what the server answered
 */
export async function openTarget(base: URL, tenants: Tenants): Promise<Target> {
  const tokens: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const [tenant, credentials] of Object.entries(tenants) as [string, Credentials][]) {
    const token = await fetchToken(base, tenant, credentials);
    tokens[tenant] = token;
    Object.assign(secrets, secretsOf(tenant, credentials, token));
  }
  return { base, tenants, tokens, secrets };
}

function secretsOf(
  tenant: string,
  { clientId, clientSecret }: Credentials,
  token: string,
): Record<string, string> {
  const prefix = tenant === "server" ? "" : `${tenant.toUpperCase()}_`;
  return {
    [`${prefix}TOKEN`]: token,
    [`${prefix}BASIC`]: Buffer.from(`${clientId}:${clientSecret}`).toString("base64"),
    [`${prefix}CLIENT_SECRET`]: clientSecret,
  };
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
  throw new Error(
    `no token for the tenant "${tenant}" (clientId ${clientId}): ${answer.status} ${shorten(answer.text)}`,
  );
}
