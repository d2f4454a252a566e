import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Client, createClient } from "@tocsin/client";
import { useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createButton, wordsFor } from "./page/button.ts";
import { createPageServer } from "./page-server.ts";
import type { Session } from "./sign-in.ts";

const system = useSystem();
const here = { latitude: -33.9249, longitude: 18.4241, accuracy: 12 };
let baseUrl: string;
let server: Server;
let client: Client;
let pageUrl: string;

beforeAll(async () => {
  baseUrl = await system.app.listen({ host: "127.0.0.1", port: 0 });
  const { clientId, clientSecret } = system.partner;
  client = createClient({ baseUrl, clientId, clientSecret });
  server = createPageServer(client, baseUrl).listen(0, "127.0.0.1");
  await once(server, "listening");
  pageUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const signIn = (person: object) =>
  fetch(`${pageUrl}/session`, { method: "POST", body: JSON.stringify(person) });

async function buttonOf(person: object) {
  const session = (await (await signIn(person)).json()) as Session;
  const own = createClient({ baseUrl, accessToken: session.accessToken });
  return { own, button: createButton(own, session.customerId, session.responseTypeId), session };
}

it("a person signs in, presses, moves and cancels with a token of their own", async () => {
  const { button } = await buttonOf({ name: "Ann", surname: "Lee", mobile: "082 555 0123" });
  const pressed = await button.press(here);
  expect(pressed).toMatchObject({ status: "created", url: expect.stringMatching(/\/track\//) });
  expect(await button.press(here)).toEqual(pressed);
  expect((await button.move({ ...here, latitude: -33.93 })).calloutId).toBe(pressed.calloutId);
  expect((await button.cancel("0123")).status).toBe("Responder Cancelled");
});

it("a wrong code looks like a cancel to the page, and the callout goes on", async () => {
  const { button } = await buttonOf({ name: "Bea", surname: "Lee", mobile: "082 555 0124" });
  const { calloutId } = await button.press(here);
  expect((await button.cancel("9999")).status).toBe("Responder Cancelled");
  expect((await button.move(here)).status).toBe("Responder Cancelled");
  expect((await client.getCallout({ calloutId })).body.status).toBe("created");
});

it("the same person is the same customer, and the page's token opens nothing else", async () => {
  const person = { name: "Cleo", surname: "Lee", mobile: "082 555 0125" };
  const { session, own } = await buttonOf(person);
  expect((await buttonOf(person)).session.customerId).toBe(session.customerId);
  await expect(own.listFixedLocations()).rejects.toMatchObject({ status: 401 });
});

it("what is wrong with a number is said, and a server that is away is no blank page", async () => {
  const wrong = await signIn({ name: "Dot", surname: "Lee", mobile: "12" });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ message: expect.stringContaining("mobile") });
  const away = createClient({ baseUrl: "http://127.0.0.1:1", accessToken: "t", retries: { tries: 1 } });
  const pressed = createButton(away, 1, 1).press(here);
  expect(wordsFor(await pressed.catch((error: unknown) => error))).toContain("by telephone");
});

it("the page and every script it loads are served as the browser takes them", async () => {
  const page = await (await fetch(pageUrl)).text();
  expect(page).toContain(`data-tocsin="${baseUrl}"`);
  const seen = new Set<string>();
  const load = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const answer = await fetch(pageUrl + path);
    expect(`${answer.status} ${answer.headers.get("content-type")} ${path}`).toBe(
      `200 text/javascript ${path}`,
    );
    const imports = [...(await answer.text()).matchAll(/from "([^"]+)"/g)].map(([, name = ""]) => name);
    const resolve = (name: string) =>
      name === "@tocsin/client" ? "/client/index.ts" : new URL(name, pageUrl + path).pathname;
    await Promise.all(imports.map((name) => load(resolve(name))));
  };
  await load("/page/main.ts");
  expect([...seen]).toEqual(expect.arrayContaining(["/page/button.ts", "/client/call.ts"]));
  expect((await fetch(`${pageUrl}/client/../package.json`)).status).toBe(404);
});
