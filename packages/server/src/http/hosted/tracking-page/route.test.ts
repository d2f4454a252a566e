import { addPlaces, addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function raise(prefix: string): Promise<{ id: number; page: string }> {
  const [place = ""] = await addPlaces(system, 1, prefix);
  const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  const { body } = await system.request({ method: "POST", path, body: { responseTypeId: 2 } });
  return { id: body.id, page: new URL(body.url).pathname };
}

const open = (path: string) => system.request({ method: "GET", path, token: null });

describe("tracking page", () => {
  test("shows the status in plain HTML, without a script, to whoever has its address", async () => {
    const { id, page } = await raise("page");
    const { status, headers, text } = await open(page);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain(`Callout ${id}`);
    expect(text).toContain("<h1>created</h1>");
    expect(text).toContain("page-1");
    expect(text).not.toContain("<script");
  });

  test("escapes what partners wrote", async () => {
    const { page } = await raise("<img src=x onerror=alert(1)>");
    expect((await open(page)).text).toContain("&lt;img src=x onerror=alert(1)&gt;-1");
  });

  test("can't be guessed: another callout's token, a changed letter, no token, rubbish", async () => {
    const [one, two] = [await raise("one"), await raise("two")];
    const token = (page: string): string => page.slice(-22);
    const swapped = one.page.replace(token(one.page), token(two.page));
    const changed = one.page.slice(0, -1) + (one.page.endsWith("A") ? "B" : "A");
    for (const path of [swapped, changed, one.page.slice(0, -23), "/track/x", "/track/%00", "/track/a-b-c"]) {
      expect((await open(path)).status).toBe(404);
    }
  });

  test.each([
    [
      "assigned",
      "Responder Dispatched",
      /<dt>Expected<\/dt><dd><time datetime="2026-01-15T08:04:00Z">10:04</,
    ],
    ["onScene", "Responder Arrived", /<dt>Arrived<\/dt><dd><time datetime="2026-01-15T08:00:00Z">10:00</],
  ] as const)("%s: who it is, and when", async (step, status, when) => {
    const callout = await raiseCallout(system);
    await bringTo(system, callout, step, await addResponder(system));
    const { text } = await open(callout.page);
    expect(text).toContain(`<h1>${status}</h1>`);
    expect(text).toMatch(/<dt>Responder<\/dt><dd>Responder 1, Supplier \w+</);
    expect(text).toMatch(when);
  });

  test.each([
    ["completed", "Responder Completed"],
    ["closed", "closed"],
  ] as const)("%s: the status, and nobody any more", async (step, status) => {
    const callout = await raiseCallout(system);
    await bringTo(system, callout, step, await addResponder(system));
    const { text } = await open(callout.page);
    expect(text).toContain(`<h1>${status}</h1>`);
    expect(text).not.toContain("<dt>Responder</dt>");
  });

  test("a responder's name is text too", async () => {
    const callout = await raiseCallout(system);
    const responder = await addResponder(system);
    await system.context.db.query({
      text: "update responder set name = '<b>Bo</b>', call_sign = 'ALPHA-1', vehicle = 'CA \"1\"' where id = $1",
      values: [responder.responderId],
    });
    await bringTo(system, callout, "assigned", responder);
    expect((await open(callout.page)).text).toContain(
      "&lt;b&gt;Bo&lt;/b&gt;, ALPHA-1, CA &quot;1&quot;, Supplier",
    );
  });
});
