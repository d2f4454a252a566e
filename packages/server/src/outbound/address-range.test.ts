import { BlockList, SocketAddress } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAddress, isWithin, readRange, withoutRange } from "./address-range.ts";

const range = (text: string) => {
  const read = readRange(text);
  if (!read) throw new Error(`${text} is a range`);
  return read;
};

test.each([
  "10.0.0.0/8",
  "10.1.2.3/8",
  "::/0",
  "0.0.0.0/0",
  "fd00::/8",
  "::1",
  "127.0.0.1",
  "::ffff:10.0.0.0/104",
])("%s is a range", (text) => expect(readRange(text)).toBeDefined());

test.each([
  "10.0.0.0/33",
  "::/129",
  "10.0.0/8",
  "10.0.0.0/",
  "10.0.0.0/8/8",
  "/8",
  "",
  "a",
  "fe80::1%lo",
  "1::2::3",
  "10.0.0.0/-1",
])("%j is none", (text) => expect(readRange(text)).toBeUndefined());

describe("agrees with the platform's own reading", () => {
  const v6 = fc.ipV6().filter((text) => !text.includes("%"));

  test("of any address", () => {
    for (const addresses of [fc.ipV4(), v6])
      fc.assert(
        fc.property(addresses, (text) => {
          const { family, first } = range(text);
          const address = formatAddress(first, family);
          expect(new SocketAddress({ address, family }).address).toBe(
            new SocketAddress({ address: text, family }).address,
          );
        }),
      );
  });

  test("of any range", () => {
    const near = fc.tuple(v6, fc.integer({ min: 0, max: 128 }), fc.bigInt({ min: 0n, max: 1n << 64n }));
    fc.assert(
      fc.property(near, ([text, bits, distance]) => {
        const list = new BlockList();
        list.addSubnet(text, bits, "ipv6");
        const read = range(`${text}/${bits}`);
        const probe = formatAddress((range(text).first + distance) % (1n << 128n), "ipv6");
        expect(isWithin(read, probe)).toBe(list.check(probe, "ipv6"));
      }),
    );
  });
});

test("a range taken out leaves exactly the rest", () => {
  const point = fc.integer({ min: 0, max: 40 }).map(BigInt);
  const pair = fc.tuple(point, point).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  const v4 = (number: bigint) => formatAddress(number, "ipv4");
  fc.assert(
    fc.property(pair, pair, point, ([first, last], [from, to], probe) => {
      const whole = { family: "ipv4", first, last } as const;
      const left = withoutRange([whole], { family: "ipv4", first: from, last: to });
      const expected = probe >= first && probe <= last && !(probe >= from && probe <= to);
      expect(left.some((each) => isWithin(each, v4(probe)))).toBe(expected);
    }),
  );
});

test("a range of the other family takes nothing out", () => {
  expect(withoutRange([range("10.0.0.0/8")], range("::/0"))).toEqual([range("10.0.0.0/8")]);
});
