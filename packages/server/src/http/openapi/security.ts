import type { Scope } from "../../partners/index.ts";
import type { Access } from "../access/callers.ts";

/** Scheme of the document → the scopes or roles asked for. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** Access → the tokens that may call, any one of them; none: nobody's token is asked for. */
export const security: { readonly [Each in Access]: readonly SecurityRequirement[] } = {
  open: [],
  server: scopes("server"),
  customer: scopes("server", "customer"),
  callout: scopes("server", "callout", "customer"),
  newcomer: signedInAs("operator"),
  operator: signedInAs("operator"),
  supervisor: signedInAs("supervisor"),
  admin: signedInAs("admin"),
  responder: [{ bearer: ["responder"] }],
  fleet: [{ supplier: ["supplier"] }],
};

/** An access token of any one of these. */
function scopes(...those: readonly Scope[]): readonly SecurityRequirement[] {
  return those.map((scope) => ({ bearer: [scope] }));
}

/** @param role the least one */
function signedInAs(role: string): readonly SecurityRequirement[] {
  return [{ bearer: [role] }, { cookie: [role] }];
}
