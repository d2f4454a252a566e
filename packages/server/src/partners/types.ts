import type { Policies } from "@tocsin/domain";

/** A tenant: the customer source behind a clientId (panic-v2 §2). */
export interface Partner {
  readonly customerSourceId: number;
  readonly clientId: string;
  readonly name: string;
  /** The customer record that stands for the tenant itself. */
  readonly houseAccountId: number;
  /** The tenant's own settings over the defaults. */
  readonly policies: Policies;
  /** Everybody knows its secret: it may sign in on demonstration systems alone. */
  readonly isDemo: boolean;
  /** Tokens made before this are refused; null refuses none. A whole second, as times in tokens are. */
  readonly tokensValidFrom: Temporal.Instant | null;
}

/** Tokens made for one person: for an app's alarm button, or for the person's own affairs beside that. */
export type PersonScope = "callout" | "customer";
export type Scope = "server" | PersonScope;

/** A partner's own server. */
export interface ServerCaller {
  /** Always the tenant as it is now, not as it was when the token was made. */
  readonly partner: Partner;
  readonly scope: "server";
}

/** Somebody's app: what it may reach is that customer's alone. */
export interface PersonCaller {
  readonly partner: Partner;
  readonly scope: PersonScope;
  readonly customerId: number;
}

/** Who a verified token speaks for. */
export type Caller = ServerCaller | PersonCaller;

export interface PartnerDirectory {
  /** The tenant as remembered, at once; undefined sends the caller to {@link find}. */
  peek(customerSourceId: number): Partner | undefined;
  /** The tenant, from memory when it is there (no query), else from the database. */
  find(customerSourceId: number): Promise<Partner | undefined>;
  /** Makes the next {@link find} read anew: this tenant, or all of them. */
  forget(customerSourceId?: number): void;
  /** Follows changes made by other processes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface IssuedToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface TokenService {
  /** @throws AppError `unauthorized`: the same words and work for an unknown id and a wrong secret */
  issue(clientId: string, clientSecret: string): Promise<IssuedToken>;
  /** A token for the person's alarm button, of one of the tenant's customers. */
  issueCalloutToken(partner: Partner, customerId: number): Promise<IssuedToken>;
  /** The same for the person's own affairs too: what the hosted signup hands out. */
  issueCustomerToken(partner: Partner, customerId: number): Promise<IssuedToken>;
  /** A token verified before and still alive, at once; undefined sends the caller to {@link verify}. */
  recall(token: string): Caller | undefined;
  /** @throws AppError `unauthorized` */
  verify(token: string): Promise<Caller>;
  /** The public keys, as served at /.well-known/jwks.json. */
  jwks(): Promise<{ keys: readonly Record<string, unknown>[] }>;
}
