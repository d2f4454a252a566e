import { type Client, TocsinError } from "@tocsin/client";

/** What the page gets: enough to raise for this one person, and nothing else. */
export interface Session {
  readonly customerId: number;
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly responseTypeId: number;
}

export interface Person {
  readonly name: string;
  readonly surname: string;
  readonly mobile: string;
}

/**
 * A session for a person who is signed in to your own service; `customers` remembers who is who between visits. The
 * server's own token stays here, the page gets a callout token.
 * @throws TocsinError when the mobile is nobody's number
 */
export async function openSession(
  client: Client,
  customers: Map<string, number>,
  person: Person,
): Promise<Session> {
  const customerId = customers.get(person.mobile) ?? (await register(client, person));
  customers.set(person.mobile, customerId);
  const [token, types] = await Promise.all([
    client.createCalloutToken({ body: { customerId } }),
    client.listResponseTypes(),
  ]);
  const security = types.body.responseTypes.find(({ value }) => value === "SECURITY");
  if (!security) throw new Error("SECURITY is not switched on for this partner");
  const { accessToken, expiresIn } = token.body;
  return { customerId, accessToken, expiresIn, responseTypeId: security.id };
}

/** Registers and subscribes in one step: who is subscribed may raise. */
async function register(client: Client, customer: Person): Promise<number> {
  const single = 1;
  const body = { customer, subscription: { subscriptionTypeId: single } };
  const created = await client.createCustomer({ body });
  return created.body.id;
}

/** What the page may be told of a failure: the members that are wrong, or that it is not the page's fault. */
export function refusal(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof TocsinError && error.status < 500)
    return { status: error.status, message: error.message };
  return { status: 502, message: "The emergency service can't be reached. Call for help by telephone." };
}
