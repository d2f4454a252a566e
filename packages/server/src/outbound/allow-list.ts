import { type AddressRange, readRange } from "./address-range.ts";

/** What the operator lets out beside the internet. */
export interface AllowList {
  /** Lower case, without a trailing dot. */
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly AddressRange[];
}

export const nothingAllowed: AllowList = { hosts: new Set(), ranges: [] };

const hostName = /^(?=.{1,253}$)[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?(\.[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?)*$/;
/** Numbers with dots or a slash are meant as an address, never as a name. */
const looksLikeAddress = /^[\d.]+$|[/:]/;

/**
 * Reads host names, addresses and CIDRs, separated by commas.
 * @returns the list, and every entry that is none of them
 */
export function readAllowList(text: string): { readonly list: AllowList; readonly bad: readonly string[] } {
  const hosts = new Set<string>();
  const ranges: AddressRange[] = [];
  const bad: string[] = [];
  for (const entry of text.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const range = readRange(entry);
    const host = plainHost(entry);
    if (range) ranges.push(range);
    else if (!looksLikeAddress.test(host) && hostName.test(host)) hosts.add(host);
    else bad.push(entry);
  }
  return { list: { hosts, ranges }, bad };
}

/** Names are compared without case, and without the dot that only says "from the root". */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
