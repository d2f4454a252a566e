import { isIPv4, isIPv6 } from "node:net";

export type Family = "ipv4" | "ipv6";

/** Every address from `first` to `last`, both included, as numbers. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const bitsOf = { ipv4: 32, ipv6: 128 } as const;

/**
 * Reads `10.0.0.0/8`, `fd00::/8` or a lone address. Bits below the prefix are dropped, as routers do.
 * @returns undefined when the text is neither
 */
export function readRange(text: string): AddressRange | undefined {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = familyOf(address);
  if (family === undefined || rest.length > 0) return undefined;
  const bits = bitsOf[family];
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  const size = 1n << BigInt(bits - Number(prefix ?? bits));
  const first = (asNumber(address, family) / size) * size;
  return { family, first, last: first + size - 1n };
}

function familyOf(address: string): Family | undefined {
  if (isIPv4(address)) return "ipv4";
  // a zone names an interface of this machine: nothing that a list could mean
  return isIPv6(address) && !address.includes("%") ? "ipv6" : undefined;
}

export function isWithin(range: AddressRange, address: string): boolean {
  const family = familyOf(address);
  if (family !== range.family) return false;
  const number = asNumber(address, family);
  return number >= range.first && number <= range.last;
}

/** What is left of `ranges` without `taken`. */
export function withoutRange(ranges: readonly AddressRange[], taken: AddressRange): AddressRange[] {
  return ranges.flatMap((range) => {
    if (range.family !== taken.family || taken.last < range.first || taken.first > range.last) return [range];
    const below = { ...range, last: taken.first - 1n };
    const above = { ...range, first: taken.last + 1n };
    return [below, above].filter(({ first, last }) => first <= last);
  });
}

/** The address as text that every program reads: four decimal numbers, or eight groups. */
export function formatAddress(number: bigint, family: Family): string {
  if (family === "ipv4") return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join(".");
  const hex = number.toString(16).padStart(32, "0");
  return hex.match(/.{4}/g)?.join(":") ?? hex;
}

function asNumber(address: string, family: Family): bigint {
  if (family === "ipv4") return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return BigInt(
    `0x${groupsOf(address)
      .map((group) => group.padStart(4, "0"))
      .join("")}`,
  );
}

/** All eight groups of a valid IPv6 address; the URL parser turns a dotted tail into two of them. */
function groupsOf(address: string): string[] {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}
