import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";

const system = useSystem();

beforeAll(() => system.app.listen({ port: 0, host: "127.0.0.1" }));

async function open(): Promise<Socket> {
  const { port } = system.app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** Sends these very bytes and gives all that comes back until the server closes. */
async function exchange(bytes: string): Promise<string> {
  const socket = await open();
  socket.write(bytes);
  return text(socket);
}

test.each([
  { what: "no HTTP at all", bytes: "\x16\x03\x01\x02\x00", field: "request" },
  {
    what: "two lengths",
    bytes: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    field: "request",
  },
  {
    what: "a length and chunks",
    bytes: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    field: "request",
  },
  {
    what: "20 KB of headers",
    bytes: `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
    field: "headers",
  },
  { what: "no Host", bytes: "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", field: "Host" },
])("$what is a 400 with a message, a code and a request id", async ({ bytes, field }) => {
  const answer = await exchange(bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
  expect(answer).toContain("x-error-code: invalid-request\r\n");
  expect(JSON.parse(answer.slice(answer.indexOf("{"))).errors[0].field).toBe(field);
});

test("an expectation that nobody knows is passed over", async () => {
  const answer = await exchange(
    "GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ["headers", "GET / HTTP/1.1\r\nHost: x\r\nX: "],
  [
    "a body",
    "POST /panic-api/v2/oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  ],
])("%s without an end is answered when its time is up", async (_title, bytes) => {
  const { server } = system.app;
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
  server.headersTimeout = server.requestTimeout = 100;
  const answer = await exchange(bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("did not arrive within 30 s");
});
