import { afterEach, expect, it } from "vitest";
import { createClient, TocsinError } from "./index.ts";
import { type ScriptedAnswer, startScriptedServer } from "./testing/scripted-server.ts";

type Server = Awaited<ReturnType<typeof startScriptedServer>>;
let server: Server | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}): ScriptedAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
const raised = json(201, { id: 100001, message: "Callout created." });
const raise = { externalReferenceId: "STORE-001", body: { responseTypeId: 2 } };

async function clientOf(...script: ScriptedAnswer[]) {
  server = await startScriptedServer(script);
  const { baseUrl, seen } = server;
  const retries = { firstDelayMilliseconds: 1 };
  return { client: createClient({ baseUrl, accessToken: "token", retries }), seen };
}

it("repeats a raise whose answer was lost, under the same key", async () => {
  const { client, seen } = await clientOf("hang up", json(503, {}, { "retry-after": "0" }), raised);
  expect(await client.createFixedLocationCallout(raise)).toMatchObject({ status: 201, body: { id: 100001 } });
  const keys = seen.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

it("two calls have two keys, and a key of one's own is kept", async () => {
  const { client, seen } = await clientOf(raised, raised, raised);
  await client.createFixedLocationCallout(raise);
  await client.createFixedLocationCallout(raise);
  await client.createFixedLocationCallout(raise, { idempotencyKey: "alarm 7" });
  const keys = seen.map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBe("alarm 7");
});

it("gives up after the agreed tries, with what the server said last", async () => {
  const down = json(503, { message: "The database is away." }, { "x-error-code": "unavailable" });
  const { client, seen } = await clientOf(down, down, down, down);
  await expect(client.createFixedLocationCallout(raise)).rejects.toMatchObject({
    name: "TocsinError",
    status: 503,
    code: "unavailable",
    message: "The database is away.",
  });
  expect(seen).toHaveLength(4);
});

it("a proxy's page instead of an answer is an error that says the status", async () => {
  const { client } = await clientOf({
    status: 404,
    headers: { "content-type": "text/html" },
    body: "<html>",
  });
  const error = await client.getCallout({ calloutId: 1 }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TocsinError);
  expect(error).toMatchObject({ status: 404, code: null, fields: [], message: "The server answered 404." });
});

it("what calls itself JSON and is not is an error too", async () => {
  const page = { status: 404, headers: { "content-type": "application/json" }, body: "<html>" };
  const { client } = await clientOf(page);
  await expect(client.getCallout({ calloutId: 1 })).rejects.toMatchObject({ status: 404, fields: [] });
});

it("an aborted call ends at once, in the middle of its waits too", async () => {
  const { client, seen } = await clientOf(json(503, {}, { "retry-after": "9" }), raised);
  const abort = new AbortController();
  const call = client.createFixedLocationCallout(raise, { signal: abort.signal });
  await expect.poll(() => seen.length).toBe(1);
  abort.abort(new Error("the guard said so"));
  await expect(call).rejects.toThrow("the guard said so");
  expect(seen).toHaveLength(1);
});

it("a server that never answers is given up after the time limit of each try", async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
    });
  const client = createClient({
    baseUrl: "http://127.0.0.1:1",
    accessToken: "token",
    fetch: silent,
    timeoutMilliseconds: 5,
    retries: { tries: 2, firstDelayMilliseconds: 1 },
  });
  await expect(client.createFixedLocationCallout(raise)).rejects.toMatchObject({ name: "TimeoutError" });
});

it.each([
  ["no address", "callouts.example.com", "must be an http(s) address"],
  ["the API's own path", "https://callouts.example.com/panic-api/v2/", "must not hold /panic-api/v2"],
])("a base URL that is %s is refused at once", (_what, baseUrl, message) => {
  expect(() => createClient({ baseUrl, accessToken: "token" })).toThrow(message);
});
