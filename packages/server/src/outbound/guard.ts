import { BlockList, isIP } from "node:net";
import { formatAddress, isWithin, withoutRange } from "./address-range.ts";
import { type AllowList, plainHost } from "./allow-list.ts";
import { specialAddresses } from "./special-addresses.ts";

/** Who may be sent to. */
export interface Guard {
  /** @returns null, or what must be different about the address ("must be …") */
  judge(url: string): string | null;
  /** True for a name the operator listed: wherever it leads, it is meant. */
  trusts(hostname: string): boolean;
  /** Checked by the socket on each address it is about to connect to. */
  readonly refused: BlockList;
}

export function createGuard(allowed: AllowList): Guard {
  const refused = new BlockList();
  const left = allowed.ranges.reduce<readonly (typeof specialAddresses)[number][]>(
    withoutRange,
    specialAddresses,
  );
  for (const { family, first, last } of left) {
    refused.addRange(formatAddress(first, family), formatAddress(last, family), family);
  }
  const trusts = (hostname: string): boolean => allowed.hosts.has(plainHost(hostname));
  const isListed = (host: string): boolean =>
    trusts(host) || allowed.ranges.some((range) => isWithin(range, host));
  return { refused, trusts, judge: (text) => judge(text, { refused, isListed }) };
}

interface Lists {
  readonly refused: BlockList;
  readonly isListed: (host: string) => boolean;
}

function judge(text: string, { refused, isListed }: Lists): string | null {
  const url = URL.parse(text);
  if (!url?.hostname) return "must be an absolute https address, such as https://example.com/hooks";
  if (url.username || url.password) {
    return "must not hold a user name or password (send an Authorization header instead)";
  }
  const host = literalOf(url.hostname);
  if (isListed(host) && url.protocol === "http:") return null;
  if (url.protocol !== "https:") return "must be an https address";
  if (isListed(host)) return null;
  const family = isIP(host);
  if (family === 0 ? isLocalName(host) : refused.check(host, family === 4 ? "ipv4" : "ipv6")) {
    return `must be reachable from the internet: ${host} is a private or reserved address`;
  }
  return isServicePort(url.port) ? null : `must have port 443 or one from 1024 to 65535, not ${url.port}`;
}

/** The host without the brackets that addresses of IPv6 wear in a URL, however it was spelt there. */
function literalOf(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** Loopback by definition (RFC 6761), not only by somebody's DNS. */
function isLocalName(host: string): boolean {
  return /(^|\.)localhost$/.test(plainHost(host));
}

/** Below 1024 live mail, name and file services that would hear our bytes as commands. */
function isServicePort(port: string): boolean {
  return port === "" || Number(port) >= 1024;
}
