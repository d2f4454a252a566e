import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { raiseCallout, useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";

const system = useSystem();

beforeAll(() => system.app.listen({ port: 0, host: "127.0.0.1" }));

/** Cancels a callout with this body in chunks, and without a Content-Type unless one is given. */
async function cancelInChunks(body: string, type?: string): Promise<number | undefined> {
  const { id } = await raiseCallout(system);
  const { port } = system.app.server.address() as AddressInfo;
  const outgoing = request({
    port,
    host: "127.0.0.1",
    method: "POST",
    path: `/panic-api/v2/callouts/${id}/cancel`,
    headers: {
      authorization: `Bearer ${await system.token()}`,
      "transfer-encoding": "chunked",
      ...(type === undefined ? {} : { "content-type": type }),
    },
    agent: false,
  });
  outgoing.flushHeaders();
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

test.each([undefined, "application/json", "text/plain"])(
  "a body of no chunks is absent, as type %s",
  async (type) => {
    expect(await cancelInChunks("", type)).toBe(200);
  },
);

test("a body in chunks is read like any other", async () => {
  expect(await cancelInChunks("{}", "application/json")).toBe(200);
});

test.each([undefined, "text/plain"])("one that holds anything is 415 as type %s", async (type) => {
  expect(await cancelInChunks("{}", type)).toBe(415);
});

test.each(["", "json", "text/plain", "application/x-www-form-urlencoded"])(
  "where nothing is sent the type %j does not matter; where something is, it is 415",
  async (type) => {
    const { id } = await raiseCallout(system);
    const path = `/panic-api/v2/callouts/${id}/cancel`;
    const headers = { "content-type": type };
    expect((await system.request({ method: "POST", path, headers, body: "{}" })).status).toBe(415);
    expect((await system.request({ method: "POST", path, headers })).status).toBe(200);
  },
);
