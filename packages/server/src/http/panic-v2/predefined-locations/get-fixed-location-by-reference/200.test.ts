import { once } from "node:events";
import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const connections = new Agent({ keepAlive: true });

/** What has a meaning in a path, so that decoding once too often, or too seldom, would show. */
const awkward = [
  "/",
  "//",
  "%",
  "%25",
  "%2F",
  "%252F",
  "%zz",
  ".",
  "..",
  "/../",
  "?",
  "#",
  "+",
  " ",
  "&",
  "=",
  ";",
  "\\",
  "\u{1F6A8}",
  "é",
];
const references = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: "binary", maxLength: 8 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(""))
  .filter(
    (reference) =>
      reference.isWellFormed() &&
      !reference.includes("\0") &&
      reference.trim() !== "" &&
      [...reference].length <= 128,
  );

beforeAll(() => system.app.listen({ port: 0, host: "127.0.0.1" }));
afterAll(() => connections.destroy());

/** Over a socket, with the path exactly as given: no client library that tidies it. */
async function getOverSocket(
  target: string,
  token: string,
): Promise<{ status: number; body: { externalReferenceId: string } }> {
  const { port } = system.app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${token}` };
  const sent = request({ host: "127.0.0.1", port, path: target, headers, agent: connections }).end();
  const [response] = await once(sent, "response");
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
}

describe("200", () => {
  test("whatever the reference, it reads back by its percent-encoded form, as exactly the same text", async () => {
    const token = await system.token();
    const property = fc.asyncProperty(references, async (externalReferenceId) => {
      const body = { externalReferenceId, locationIdentifier: "x", latitude: 1, longitude: 1 };
      const created = await system.request({ method: "POST", path, token, body });
      expect([201, 409]).toContain(created.status);
      const target = `${path}/externalRef/${encodeURIComponent(externalReferenceId)}`;
      expect(await getOverSocket(target, token)).toMatchObject({
        status: 200,
        body: { externalReferenceId },
      });
      // a URL parser resolves a segment that is nothing but dots: docs/integrate/references-in-paths.md
      if (externalReferenceId === "." || externalReferenceId === "..") return;
      const injected = await system.request({ method: "GET", path: target, token });
      expect(injected).toMatchObject({ status: 200, body: { externalReferenceId } });
    });
    await fc.assert(property, {
      numRuns: 150,
      examples: awkward.filter((each) => each.trim() !== "").map((each) => [each]),
    });
  });

  test("128 characters of four bytes each fit into the path", async () => {
    const externalReferenceId = "\u{1F6A8}".repeat(128);
    const body = { externalReferenceId, locationIdentifier: "x", latitude: 1, longitude: 1 };
    expect((await system.request({ method: "POST", path, body })).status).toBe(201);
    const target = `${path}/externalRef/${encodeURIComponent(externalReferenceId)}`;
    expect(await system.request({ method: "GET", path: target })).toMatchObject({
      status: 200,
      body: { externalReferenceId },
    });
  });

  test("is the same object as by id", async () => {
    const body = {
      externalReferenceId: "STORE-001",
      name: "Long Street Store",
      latitude: "-33.9",
      longitude: "18.4",
    };
    const created = await system.request({ method: "POST", path, body });
    const answer = await system.request({ method: "GET", path: `${path}/externalRef/STORE-001` });
    expect(answer.text).toBe(created.text);
  });
});
