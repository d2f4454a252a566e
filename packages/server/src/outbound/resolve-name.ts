import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";

/** Asks for the addresses of a name; rejects when there are none. */
export type ResolveName = (hostname: string) => Promise<{ address: string; family: 4 | 6 }[]>;

/**
 * Asks the DNS servers of the system, without its hosts file and search domains: those name what is near, and a partner's
 * address is far. The system's own lookup would also hold one of the process's few threads while a server is silent.
 * @param servers instead of the system's, which are read anew each time: a machine may move from one network to another
 */
export function resolveThroughDns(servers?: readonly string[]): ResolveName {
  return async (hostname) => {
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    if (servers) resolver.setServers(servers);
    const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = [
      ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 as const })) : []),
      ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 as const })) : []),
    ];
    if (found.length === 0 && four.status === "rejected") throw four.reason;
    return found;
  };
}

/** In the form that a socket asks it. */
export function lookupBy(resolve: ResolveName): LookupFunction {
  const lookup = async (...[hostname, { all }, callback]: Parameters<LookupFunction>): Promise<void> => {
    let found: Awaited<ReturnType<ResolveName>>;
    try {
      found = await resolve(hostname);
    } catch (error) {
      return callback(error as NodeJS.ErrnoException, "", 0);
    }
    const [first] = found;
    if (!first) return callback(Object.assign(new Error("no address"), { code: "ENODATA" }), "", 0);
    return all ? callback(null, found) : callback(null, first.address, first.family);
  };
  return (...asked) => void lookup(...asked);
}
