import { type AddressRange, readRange } from "./address-range.ts";

/**
 * Where nobody outside may send us: everything that the IANA special-purpose address registries do not call globally
 * reachable, and what carries an IPv4 address within an IPv6 one, whatever that address is. IPv6 is told the other way
 * round: of the space handed out for the internet (2000::/3) the special parts, and all that lies beside it.
 *
 * IPv4-mapped addresses (`::ffff:0:0/96`) are not here: `net.BlockList` reads them as the IPv4 address they hold, and a
 * rule for them would meet every IPv4 address.
 */
const registries = {
  "this network (RFC 791)": ["0.0.0.0/8"],
  "private (RFC 1918)": ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
  "shared behind carriers (RFC 6598)": ["100.64.0.0/10"],
  "loopback (RFC 1122)": ["127.0.0.0/8"],
  "link-local, clouds' metadata among them (RFC 3927)": ["169.254.0.0/16"],
  "protocol assignments (RFC 6890)": ["192.0.0.0/24"],
  "documentation (RFC 5737)": ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"],
  "AS112 and AMT (RFC 7534, 7535, 7450)": ["192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24"],
  "6to4 relays (RFC 7526)": ["192.88.99.0/24"],
  "benchmarking (RFC 2544)": ["198.18.0.0/15"],
  "multicast (RFC 5771)": ["224.0.0.0/4"],
  "reserved and broadcast (RFC 1112, 919)": ["240.0.0.0/4"],
  "clouds' own services on public numbers": ["168.63.129.16"],
  "protocol assignments, Teredo among them (RFC 2928, 4380)": ["2001::/23"],
  "documentation (RFC 3849, 9637)": ["2001:db8::/32", "3fff::/20"],
  "6to4, IPv4 within (RFC 3056)": ["2002::/16"],
  "AS112 (RFC 7534)": ["2620:4f:8000::/48"],
} as const;

/** Beside 2000::/3: loopback, translation (64:ff9b::), unique local (fc00::/7), link-local, multicast and what is free. */
const besideInternet: readonly AddressRange[] = [
  { family: "ipv6", first: 0n, last: 0xfffe_ffff_ffffn },
  { family: "ipv6", first: 0x1_0000_0000_0000n, last: (0x2000n << 112n) - 1n },
  { family: "ipv6", first: 0x4000n << 112n, last: (1n << 128n) - 1n },
];

export const specialAddresses: readonly AddressRange[] = [
  ...Object.values(registries).flatMap((ranges) =>
    ranges.flatMap((text) => {
      const range = readRange(text);
      return range ? [range] : [];
    }),
  ),
  ...besideInternet,
];
