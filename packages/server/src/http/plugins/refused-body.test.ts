import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";

const system = useSystem();

beforeAll(() => system.app.listen({ port: 0, host: "127.0.0.1" }));

// As most libraries send it: all at once, and the connection is to be closed after the answer.
async function post(headers: Record<string, string>): Promise<number | undefined> {
  const { port } = system.app.server.address() as AddressInfo;
  const path = "/panic-api/v2/predefinedLocations/externalRef/x/callouts";
  const outgoing = request({ port, host: "127.0.0.1", method: "POST", path, headers, agent: false });
  outgoing.end("x".repeat(10_000_000));
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

const json = { "content-type": "application/json" };
const chunked = { "transfer-encoding": "chunked" };

test.each([
  { what: "401", status: 401, token: false, headers: json },
  { what: "401 to a body of unknown length", status: 401, token: false, headers: { ...json, ...chunked } },
  { what: "413", status: 413, token: true, headers: json },
  { what: "413 to a body of unknown length", status: 413, token: true, headers: { ...json, ...chunked } },
  { what: "415", status: 415, token: true, headers: { "content-type": "text/plain" } },
  { what: "415 to a body of unknown length", status: 415, token: true, headers: chunked },
])("$what reaches a client that sends 10 MB in one go", async ({ status, token, headers }) => {
  const authorization = token ? { authorization: `Bearer ${await system.token()}` } : {};
  for (let time = 0; time < 5; time++) {
    expect(await post({ ...headers, ...authorization })).toBe(status);
  }
});
