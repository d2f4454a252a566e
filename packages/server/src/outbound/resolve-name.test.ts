import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { createOutbound, nothingAllowed } from "./index.ts";
import { type ResolveName, resolveThroughDns } from "./resolve-name.ts";
import { startDnsServer } from "./testing/dns-server.ts";
import { startListener } from "./testing/listener.ts";

const loopback6 = "00000000000000000000000000000001";
let server: Awaited<ReturnType<typeof startDnsServer>>;
let resolve: ResolveName;

beforeAll(async () => {
  server = await startDnsServer({
    "four.example": { a: "127.0.0.1" },
    "six.example": { aaaa: loopback6 },
    "both.example": { a: "10.0.0.1", aaaa: loopback6 },
    "empty.example": {},
  });
  resolve = resolveThroughDns([server.address]);
});
afterAll(() => server.stop());

test("finds the addresses of both families, IPv4 first", async () => {
  expect(await resolve("four.example")).toEqual([{ address: "127.0.0.1", family: 4 }]);
  expect(await resolve("six.example")).toEqual([{ address: "::1", family: 6 }]);
  expect(await resolve("both.example")).toEqual([
    { address: "10.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ]);
});

test("a name that is not there, and one without addresses, are failures of DNS", async () => {
  await expect(resolve("nowhere.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
  await expect(resolve("empty.example")).rejects.toMatchObject({ code: "ENODATA" });
});

test("what DNS answers is what is judged: nothing connects", async () => {
  const listener = await startListener();
  const outbound = createOutbound({ allowed: nothingAllowed, clock: systemClock(), resolve });
  const failureOf = async (host: string) => {
    const result = await outbound.post({ url: `https://${host}:${listener.port}/`, headers: {}, body: "" });
    return result.kind === "failed" ? result.failure : result.status;
  };
  for (const host of ["four.example", "six.example", "both.example", "FOUR.example."])
    expect(await failureOf(host)).toBe("address-refused");
  for (const host of ["nowhere.example", "empty.example"]) expect(await failureOf(host)).toBe("dns");
  expect(listener.connections).toBe(0);
  await outbound.stop();
  await listener.stop();
});

test("names of the system's hosts file are not a partner's to use", async () => {
  await expect(resolve("localhost")).rejects.toThrow(/ENOTFOUND/);
});
