import { useSystem } from "@tocsin/testkit";
import { webhookEvents } from "@tocsin/wire";
import { describe, expect, test } from "vitest";
import { right, sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`x-${n}`, "1"] as const));

const bodies: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["nothing", {}, ["url", "events"]],
  ["no body", undefined, ["body"]],
  ["a blank url", { ...right, url: " " }, ["url"]],
  ["a number for a url", { ...right, url: 443 }, ["url"]],
  ["http", { ...right, url: "http://hooks.example.com/" }, ["url"]],
  ["another scheme", { ...right, url: "ftp://hooks.example.com/" }, ["url"]],
  ["no scheme", { ...right, url: "hooks.example.com" }, ["url"]],
  ["user and password", { ...right, url: "https://me:secret@hooks.example.com/" }, ["url"]],
  ["a private address", { ...right, url: "https://10.0.0.1/" }, ["url"]],
  ["a private address in hexadecimal", { ...right, url: "https://0x0a000001/" }, ["url"]],
  ["a private address in IPv6", { ...right, url: "https://[::ffff:10.0.0.1]/" }, ["url"]],
  ["metadata", { ...right, url: "https://169.254.169.254/" }, ["url"]],
  ["localhost", { ...right, url: "https://localhost:9000/" }, ["url"]],
  ["http to loopback that nobody allowed", { ...right, url: "http://127.0.0.2:9000/" }, ["url"]],
  ["a port of another service", { ...right, url: "https://hooks.example.com:25/" }, ["url"]],
  ["white space in a url", { ...right, url: "https://hooks.example.com/a b" }, ["url"]],
  ["a url beyond measure", { ...right, url: `https://hooks.example.com/${"x".repeat(2_048)}` }, ["url"]],
  ["no events", { url: right.url }, ["events"]],
  ["an empty list", { ...right, events: [] }, ["events"]],
  ["text for a list", { ...right, events: "NEW_CALLOUT" }, ["events"]],
  ["an unknown event", { ...right, events: ["NEW_CALLOUT", "OLD_CALLOUT"] }, ["events[1]"]],
  ["an event in small letters", { ...right, events: ["new_callout"] }, ["events[0]"]],
  ["no event at all", { ...right, events: [null, 7] }, ["events[0]", "events[1]"]],
  ["another method", { ...right, method: "email" }, ["method"]],
  ["no signature", { ...right, signatures: [] }, ["signatures"]],
  ["an unknown signature", { ...right, signatures: ["v1", "v2"] }, ["signatures[1]"]],
  ["headers as a list", { ...right, headers: ["x-a: 1"] }, ["headers"]],
  ["a number for a value", { ...right, headers: { "x-a": 1 } }, ["headers.x-a"]],
  ["2,000 headers", { ...right, headers: many(2_000) }, ["headers"]],
  ["51 headers", { ...right, headers: many(51) }, ["headers"]],
  ["more than 8 KiB of them", { ...right, headers: { "x-a": "x".repeat(8_190) } }, ["headers"]],
  ["a name with a space", { ...right, headers: { "x a": "1" } }, ["headers"]],
  ["a name with a colon", { ...right, headers: { "x-a:": "1" } }, ["headers"]],
  ["an empty name", { ...right, headers: { "": "1" } }, ["headers"]],
  ["a name with a line break", { ...right, headers: { "x-a\r\nx-b": "1" } }, ["headers"]],
  ["a line break in a value", { ...right, headers: { "x-a": "1\r\nx-b: 2" } }, ["headers.x-a"]],
  ["a lone line feed", { ...right, headers: { "x-a": "1\nx-b: 2" } }, ["headers.x-a"]],
  ["a NUL", { ...right, headers: { "x-a": "1\0" } }, ["headers.x-a"]],
  ["letters beyond ASCII", { ...right, headers: { "x-a": "é" } }, ["headers.x-a"]],
  ["an empty value", { ...right, headers: { "x-a": "" } }, ["headers.x-a"]],
  ["white space around a value", { ...right, headers: { "x-a": "1 " } }, ["headers.x-a"]],
  ["a value as GET shows it", { ...right, headers: { "x-a": "•••" } }, ["headers.x-a"]],
  ["the same name twice", { ...right, headers: { "X-A": "1", "x-a": "2" } }, ["headers.x-a"]],
];

describe("400", () => {
  test.each(bodies)("%s", async (_title, body, fields) => {
    const answer = await sendWebhook(system, body === undefined ? "" : body);
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe("invalid-request");
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test.each([
    "Host",
    "content-length",
    "Transfer-Encoding",
    "connection",
    "upgrade",
    "te",
    "trailer",
    "expect",
    "proxy-authorization",
    "webhook-id",
    "Webhook-Signature",
    "webhook-timestamp",
    "webhook-sequence",
  ])("the header %s is ours", async (name) => {
    const answer = await sendWebhook(system, { ...right, headers: { [name]: "1" } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ field: `headers.${name}`, message: "is a header of ours" }]);
  });

  test("whoever misspells an event is told which there are", async () => {
    const { body } = await sendWebhook(system, { ...right, events: ["NEW_CALLOT"] });
    expect(body.message).toContain('"NEW_CALLOT"');
    for (const event of webhookEvents) expect(body.message).toContain(event);
  });

  test("every bad member is named at once, where the address leads among them", async () => {
    const wrong = {
      url: "https://[::1]/",
      events: [],
      method: "x",
      headers: { "x-a": "\n" },
      signatures: [1],
    };
    const { body } = await sendWebhook(system, wrong);
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(["url", "events", "method", "headers.x-a", "signatures[0]"]);
  });

  test("leaves what was registered before as it is", async () => {
    await sendWebhook(system);
    await sendWebhook(system, { ...right, url: "http://hooks.example.com/" });
    const shown = await system.request({ method: "GET", path: webhookPath });
    expect(shown.body.notifier.config[0].url).toBe(right.url);
  });
});
