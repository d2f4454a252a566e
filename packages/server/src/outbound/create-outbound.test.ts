import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOutbound, type Outbound, readAllowList } from "./index.ts";
import { makeCertificate } from "./testing/certificate.ts";
import { type Listener, startListener } from "./testing/listener.ts";

const now = Temporal.Instant.from("2026-01-15T08:00:00Z");
const limits = { totalMilliseconds: 400, answerBytes: 64 * 1024, keptBytes: 1024 };
const open = (options: { ca?: string; totalMilliseconds?: number } = {}): Outbound => {
  const { totalMilliseconds = limits.totalMilliseconds, ca } = options;
  const allowed = readAllowList("127.0.0.1,localhost").list;
  const more = ca === undefined ? {} : { ca };
  return createOutbound({
    allowed,
    clock: { now: () => now },
    limits: { ...limits, totalMilliseconds },
    ...more,
  });
};

let listener: Listener;
let outbound: Outbound;
const post = (path = "/") =>
  outbound.post({ url: `http://127.0.0.1:${listener.port}${path}`, headers: { "x-a": "1" }, body: "{}" });
/** The listener says this and hangs up. */
const say = (text: string) => {
  listener.serve = (socket) => socket.once("data", () => socket.end(text));
};
const ok = (body: string, headers = "") =>
  `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;

beforeAll(async () => {
  listener = await startListener();
});
beforeEach(() => {
  outbound = open();
  return () => outbound.stop();
});
afterAll(() => listener.stop());

describe("an answer", () => {
  test("comes with its status, its text and whether there was more", async () => {
    say(ok("thanks"));
    expect(await post()).toEqual({
      kind: "answered",
      status: 200,
      retryAfterSeconds: null,
      body: "thanks",
      truncated: false,
      cut: false,
    });
  });

  test("is kept to its first KiB, cut between characters, without NUL", async () => {
    say(ok(`\0${"é".repeat(2_000)}`));
    const result = await post();
    expect(result).toMatchObject({
      status: 200,
      truncated: true,
      cut: false,
      body: `\ufffd${"é".repeat(511)}`,
    });
  });

  test("of any length is its status still: beyond 64 KiB nothing is received", async () => {
    let sent = 0;
    listener.serve = (socket) => {
      socket.write("HTTP/1.1 202 Accepted\r\n\r\n");
      const pour = () => {
        while (!socket.destroyed && socket.write("x".repeat(16_384))) sent += 16_384;
      };
      socket.on("drain", pour);
      pour();
    };
    expect(await post()).toMatchObject({
      kind: "answered",
      status: 202,
      truncated: true,
      cut: true,
      body: "x".repeat(1024),
    });
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  test.each([400, 404, 410, 429, 500, 503])("may be %i", async (status) => {
    say(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    expect(await post()).toMatchObject({ kind: "answered", status });
  });

  test("is the last one: interim answers are none", async () => {
    say(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${ok("done")}`);
    expect(await post()).toMatchObject({ kind: "answered", status: 200, body: "done" });
  });

  test("says when to come back", async () => {
    say(ok("", "retry-after: Thu, 15 Jan 2026 08:02:00 GMT\r\n"));
    expect(await post()).toMatchObject({ retryAfterSeconds: 120 });
  });
});

describe("each failure is told apart", () => {
  test("a redirect, wherever it leads", async () => {
    for (const [status, to] of [
      [301, `http://127.0.0.1:${listener.port}/b`],
      [307, "http://169.254.169.254/"],
      [308, "/b"],
    ] as const) {
      listener.connections = 0;
      say(`HTTP/1.1 ${status} Moved\r\nlocation: ${to}\r\ncontent-length: 0\r\n\r\n`);
      const result = await post();
      expect(result).toMatchObject({ kind: "failed", failure: "redirect", status });
      expect(result).toHaveProperty("message", expect.stringContaining(to));
      expect(listener.connections).toBe(1);
    }
  });

  test("closed before an answer, and in the middle of one", async () => {
    say("");
    expect(await post()).toMatchObject({ failure: "closed-early", status: null });
    say("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf");
    expect(await post()).toMatchObject({ failure: "closed-early", status: 200 });
    say("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel");
    expect(await post()).toMatchObject({ failure: "closed-early", status: 200 });
    listener.serve = (socket) => socket.resetAndDestroy();
    expect(await post()).toMatchObject({ failure: "closed-early", status: null });
  });

  test("no answer in time: silent, or a byte now and then", async () => {
    listener.serve = () => undefined;
    expect(await post()).toMatchObject({ failure: "timeout", status: null });
    listener.serve = (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
      const drip = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(drip));
    };
    expect(await post()).toMatchObject({ failure: "timeout", status: 200 });
  });

  test.each([
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.9\r\n"],
    ["a status that is none", "HTTP/1.1 abc OK\r\n\r\n"],
    ["headers without end", `HTTP/1.1 200 OK\r\nx-long: ${"x".repeat(100_000)}\r\n\r\n`],
    [
      "another protocol",
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
    ],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx"],
  ])("%s", async (_title, text) => {
    say(text);
    expect(await post()).toMatchObject({ kind: "failed", failure: "protocol" });
  });

  test("nobody there", async () => {
    const gone = await startListener();
    await gone.stop();
    const url = `http://127.0.0.1:${gone.port}/`;
    expect(await outbound.post({ url, headers: {}, body: "" })).toMatchObject({ failure: "connect" });
  });

  test("our own stop", async () => {
    const reached = new Promise<void>((resolve) => {
      listener.serve = (socket) => socket.once("data", () => resolve());
    });
    const result = post();
    await reached;
    await outbound.stop();
    expect(await result).toMatchObject({ kind: "failed", failure: "stopped" });
  });
});

test("a User-Agent of whoever sends takes the place of ours", async () => {
  for (const [headers, sent] of [
    [{}, ["Tocsin"]],
    [{ "User-Agent": "Theirs/1" }, ["Theirs/1"]],
  ] as const) {
    const heard = new Promise<string>((resolve) => {
      listener.serve = (socket) =>
        socket.once("data", (data) => {
          resolve(String(data));
          socket.end(ok(""));
        });
    });
    await outbound.post({ url: `http://127.0.0.1:${listener.port}/`, headers, body: "{}" });
    const agents = (await heard).matchAll(/^user-agent: (.*?)\r$/gim);
    expect([...agents].map(([, agent]) => agent)).toEqual(sent);
  }
});

test("a request that can't be one is not sent", async () => {
  listener.connections = 0;
  const url = `http://127.0.0.1:${listener.port}/`;
  for (const headers of [{ "x-a": "1\r\nx-b: 2" }, { "x a": "1" }, { expect: "100-continue" }]) {
    expect(await outbound.post({ url, headers, body: "" })).toMatchObject({ failure: "unsendable" });
  }
  expect(listener.connections).toBe(0);
});

describe("over TLS", () => {
  const serve = async (names: string, handle: RequestListener) => {
    const certificate = await makeCertificate(names);
    const server = createHttpsServer(certificate, handle);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return { ...certificate, port, stop: () => server.close() };
  };

  test.each(["127.0.0.1", "localhost"])("%s with a certificate of its own is reached", async (host) => {
    const server = await serve("DNS:localhost,IP:127.0.0.1", (_request, response) => response.end("safe"));
    const trusting = open({ ca: server.cert, totalMilliseconds: 5_000 });
    const url = `https://${host}:${server.port}/`;
    expect(await trusting.post({ url, headers: {}, body: "" })).toMatchObject({ status: 200, body: "safe" });
    await trusting.stop();
    server.stop();
  });

  test("a certificate of another name, or one nobody signed, is refused before a byte of the request", async () => {
    let requests = 0;
    const server = await serve("DNS:elsewhere.example", () => (requests += 1));
    const trusting = open({ ca: server.cert, totalMilliseconds: 5_000 });
    for (const [way, code] of [
      [trusting, "ERR_TLS_CERT_ALTNAME_INVALID"],
      [outbound, "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ] as const) {
      const url = `https://127.0.0.1:${server.port}/`;
      const result = await way.post({ url, headers: {}, body: "" });
      expect(result).toMatchObject({ failure: "tls", message: expect.stringContaining(code) });
    }
    expect(requests).toBe(0);
    await trusting.stop();
    server.stop();
  });
});

test("connections are used again, and each carries one request at a time", async () => {
  let connections = 0;
  const server = createHttpServer((_request, response) => response.end());
  server.on("connection", () => (connections += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  for (let round = 0; round < 20; round++) await outbound.post({ url, headers: {}, body: "{}" });
  // the next request may come before undici calls the last one's connection free
  expect(connections).toBeLessThanOrEqual(2);
  await Promise.all(Array.from({ length: 5 }, () => outbound.post({ url, headers: {}, body: "{}" })));
  expect(connections).toBeLessThanOrEqual(2 + 5);
  expect(connections).toBeGreaterThanOrEqual(5);
  server.close();
});
