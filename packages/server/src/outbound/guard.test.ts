import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { createOutbound, nothingAllowed, type Outbound, readAllowList } from "./index.ts";
import { type Listener, startListener } from "./testing/listener.ts";
import { refusedAnswers, refusedUrls } from "./testing/refused-addresses.ts";

const clock = systemClock();
const nothing = { headers: {}, body: "{}" };
/** What the names of the tests resolve to now. */
let answers: string[] = [];
let listener: Listener;
let outbound: Outbound;

const open = (allow: string): Outbound =>
  createOutbound({
    allowed: allow === "" ? nothingAllowed : readAllowList(allow).list,
    clock,
    limits: { totalMilliseconds: 2_000, answerBytes: 1024, keptBytes: 1024 },
    resolve: async () =>
      answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }) as const),
  });

beforeAll(async () => {
  listener = await startListener();
  listener.serve = (socket) => socket.end("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
  outbound = open("");
});
beforeEach(() => {
  listener.connections = 0;
});
afterAll(async () => {
  await outbound.stop();
  await listener.stop();
});

describe("a URL of the corpus is refused by its text, and nothing connects", () => {
  const corpus = Object.entries(refusedUrls).flatMap(([why, urls]) => urls.map((url) => [why, url] as const));

  test("which has at least a hundred", () => expect(corpus.length).toBeGreaterThanOrEqual(100));

  test.each(corpus)("%s: %j", async (_why, template) => {
    // whatever the name, it would lead to the listener
    answers = ["127.0.0.1", "::1"];
    const url = template.replace("PORT", String(listener.port));
    expect(outbound.judge(url)).toMatch(/^must /);
    expect(await outbound.post({ url, ...nothing })).toMatchObject({
      kind: "failed",
      failure: "address-refused",
    });
    expect(listener.connections).toBe(0);
  });
});

describe("a name is judged by the address it leads to when we connect", () => {
  test.each(refusedAnswers)("https to a name that leads to %s", async (address) => {
    answers = [address];
    const url = `https://hooks.example.com:${listener.port}/`;
    expect(outbound.judge(url)).toBeNull();
    const result = await outbound.post({ url, ...nothing });
    expect(result).toMatchObject({ kind: "failed", failure: "address-refused" });
    expect(listener.connections).toBe(0);
  });

  test("a name whose every address is refused", async () => {
    answers = ["127.0.0.1", "::1", "10.0.0.1"];
    const url = `https://hooks.example.com:${listener.port}/`;
    expect(await outbound.post({ url, ...nothing })).toMatchObject({ failure: "address-refused" });
    expect(listener.connections).toBe(0);
  });

  test("DNS that changes between two connections is asked, and judged, each time", async () => {
    const allowing = open("127.0.0.1");
    const url = `https://hooks.example.com:${listener.port}/`;
    answers = ["127.0.0.1"];
    // the listener speaks no TLS: that far it came
    expect(await allowing.post({ url, ...nothing })).toMatchObject({ failure: "tls" });
    expect(listener.connections).toBe(1);
    answers = ["127.0.0.2"];
    expect(await allowing.post({ url, ...nothing })).toMatchObject({ failure: "address-refused" });
    expect(listener.connections).toBe(1);
    await allowing.stop();
  });

  test("a name that leads nowhere, or whose servers are silent, is told as that", async () => {
    answers = [];
    expect(await outbound.post({ url: "https://hooks.example.com/", ...nothing })).toMatchObject({
      failure: "dns",
    });
  });
});

describe("what the operator listed", () => {
  const post = async (allow: string, host: string) => {
    const allowing = open(allow);
    const result = await allowing.post({ url: `http://${host}:${listener.port}/`, ...nothing });
    await allowing.stop();
    return result;
  };

  test.each([
    ["127.0.0.1", "127.0.0.1"],
    ["127.0.0.0/8", "127.0.0.1"],
    ["::1", "[::1]"],
    ["::/120", "[::1]"],
    ["localhost", "localhost"],
    ["LOCALHOST.", "localhost"],
    ["10.0.0.0/8 , 127.0.0.1", "2130706433"],
  ])("%s lets plain http out to %s", async (allow, host) => {
    expect(await post(allow, host)).toMatchObject({ kind: "answered", status: 204 });
  });

  test.each([
    ["127.0.0.1", "127.0.0.2"],
    ["127.0.0.1", "[::1]"],
    ["127.0.0.1", "[::ffff:127.0.0.2]"],
    ["127.0.0.1", "localhost"],
    ["10.0.0.0/8", "127.0.0.1"],
    ["::1", "127.0.0.1"],
    ["hooks.internal", "127.0.0.1"],
    ["localhost", "hooks.localhost"],
    ["localhost", "localhost.example.com"],
  ])("%s does not let %s", async (allow, host) => {
    expect(await post(allow, host)).toMatchObject({ kind: "failed", failure: "address-refused" });
    expect(listener.connections).toBe(0);
  });

  test("any port goes there", () => {
    expect(open("10.0.0.0/8,hooks.internal").judge("https://10.1.2.3:22/")).toBeNull();
    expect(open("hooks.internal").judge("http://HOOKS.internal.:81/")).toBeNull();
  });
});

test.each([
  "https://example.com/hooks",
  "https://example.com:443/",
  "https://example.com:8443/hooks?tenant=1",
  "https://xn--bcher-kva.example/",
  "https://bücher.example/",
  "https://8.8.8.8/",
  "https://[2606:4700::1111]/",
  "https://172.32.0.1/",
  "https://localhost.example.com/",
  "https://10.0.0.1.nip.io/",
])("nothing speaks against %s until we connect", (url) => {
  expect(outbound.judge(url)).toBeNull();
});

test("no spelling of an address of loopback is judged otherwise than the address", () => {
  const part = fc.integer({ min: 0, max: 255 });
  const spell = fc.constantFrom(
    (n: number) => String(n),
    (n: number) => `0x${n.toString(16)}`,
    (n: number) => `0${n.toString(8)}`,
  );
  fc.assert(
    fc.property(fc.tuple(part, part, part), fc.array(spell, { minLength: 4, maxLength: 4 }), (rest, how) => {
      const host = [127, ...rest].map((number, index) => how[index]?.(number)).join(".");
      expect(outbound.judge(`https://${host}/`)).toMatch(/private or reserved/);
    }),
  );
});
