import { addPlaces, useSystem } from "@tocsin/testkit";
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
});
