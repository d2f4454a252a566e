import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { send } from "./http-client.ts";

let server: Server;

async function listen(listener: RequestListener): Promise<URL> {
  server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

afterEach(() => server.close());

test.each(["//a//b/", "/a%2Fb/%E6%9D%B1", "/a/../b/./c", "/a?x=%20&y[]=1", "/%zz", "/a%2"])(
  "the path %s goes out as it is",
  async (path) => {
    const base = await listen((request, response) => response.end(JSON.stringify(request.url)));
    expect((await send(base, { method: "GET", path, headers: {} })).body).toBe(path);
  },
);

test("a server behind a prefix is asked under it", async () => {
  const base = await listen((request, response) => response.end(JSON.stringify(request.url)));
  expect((await send(new URL(`${base.href}prefix/`), { method: "GET", path: "/x", headers: {} })).body).toBe(
    "/prefix/x",
  );
});

test("headers and body arrive as they were given, and nothing is added but what HTTP needs", async () => {
  let seen: IncomingMessage["headers"] = {};
  const base = await listen((request, response) => {
    seen = request.headers;
    response.writeHead(418, { "X-One": "1", "Set-Cookie": ["a", "b"] }).end("no json");
  });
  const answer = await send(base, {
    method: "POST",
    path: "/",
    headers: { "x-a": "b" },
    body: Buffer.from("hi"),
  });
  expect(seen).toEqual({ "x-a": "b", "content-length": "2", host: base.host, connection: "close" });
  expect(answer).toMatchObject({
    status: 418,
    text: "no json",
    body: undefined,
    headers: { "x-one": "1", "set-cookie": "a, b" },
  });
});

test("a body goes out in chunks when the headers say so", async () => {
  let seen: IncomingMessage["headers"] = {};
  const base = await listen((request, response) => {
    seen = request.headers;
    request.pipe(response);
  });
  const headers = { "transfer-encoding": "chunked" };
  expect((await send(base, { method: "POST", path: "/", headers, body: Buffer.from("hi") })).text).toBe("hi");
  expect(seen).not.toHaveProperty("content-length");
});

test("a server that hangs up is an error", async () => {
  const base = await listen((request) => request.socket.destroy());
  await expect(send(base, { method: "GET", path: "/", headers: {} })).rejects.toThrow("socket hang up");
});
