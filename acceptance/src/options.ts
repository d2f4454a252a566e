import { parseArgs } from "node:util";
import { isProfile, type Profile } from "./fixture.ts";
import type { Tenants } from "./tenants.ts";

export interface Options {
  readonly base: URL;
  readonly profile: Profile;
  readonly tenants: Tenants;
  readonly only: readonly string[];
  readonly report: string | undefined;
}

export const usage = `npm run accept -- --base-url URL [--profile smoke|wire|full]
  --client-id, --client-secret                the tenant that does the work (demo, demo-secret)
  --other-client-id, --other-client-secret    a tenant that must see nothing of it (demo2, demo2-secret)
  --defaulting-client-id, --defaulting-client-secret
                                              a tenant with a defaultResponseTypeId; without one, what needs it is not run
  --only NAME                                 an operation, a fixture or a case; may be given more than once
  --report FILE.json                          writes the results as data`;

/** @throws Error that says what is wrong with the command line */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "base-url": { type: "string" },
      profile: { type: "string", default: "wire" },
      "client-id": { type: "string", default: "demo" },
      "client-secret": { type: "string", default: "demo-secret" },
      "other-client-id": { type: "string", default: "demo2" },
      "other-client-secret": { type: "string", default: "demo2-secret" },
      "defaulting-client-id": { type: "string" },
      "defaulting-client-secret": { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      report: { type: "string" },
    },
  });
  const { profile, only, report } = values;
  if (!isProfile(profile)) throw new Error(`--profile is smoke, wire or full, not ${profile}`);
  const defaultingId = values["defaulting-client-id"];
  const defaultingSecret = values["defaulting-client-secret"] ?? "";
  return {
    base: readBase(values["base-url"]),
    profile,
    tenants: {
      server: { clientId: values["client-id"], clientSecret: values["client-secret"] },
      other: { clientId: values["other-client-id"], clientSecret: values["other-client-secret"] },
      ...(defaultingId === undefined
        ? {}
        : { defaulting: { clientId: defaultingId, clientSecret: defaultingSecret } }),
    },
    only,
    report,
  };
}

function readBase(address: string | undefined): URL {
  if (address === undefined || !/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Error(
      `--base-url is the http(s) address of the server, without /panic-api/v2; got ${address ?? "none"}`,
    );
  }
  return new URL(address);
}
