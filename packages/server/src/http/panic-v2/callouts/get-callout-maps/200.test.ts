import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const pngSignature = "89504e470d0a1a0a";

const maps = (id: number, query = "") =>
  system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/maps${query}` });

/** The bytes behind an address, fetched without a token. */
async function fetchBytes(path: string) {
  const { statusCode, headers, rawPayload } = await system.app.inject({ method: "GET", url: path });
  return { status: statusCode, headers, bytes: rawPayload };
}

async function closedCallout() {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  return callout;
}

describe("200", () => {
  test("the address of a PNG, and the picture itself when it is asked for", async () => {
    const { id } = await closedCallout();
    const plain = await maps(id);
    expect(plain).toMatchObject({ status: 200, body: { image: null } });
    const path = new URL(plain.body.url).pathname;
    expect(plain.body.url).toBe(`https://tocsin.test${path}`);
    const picture = await fetchBytes(path);
    expect(picture.status).toBe(200);
    expect(picture.headers["content-type"]).toBe("image/png");
    expect(picture.bytes.subarray(0, 8).toString("hex")).toBe(pngSignature);
    const inline = await maps(id, "?inline=true");
    expect(inline.body.url).toBe(plain.body.url);
    expect(Buffer.from(inline.body.image, "base64").equals(picture.bytes)).toBe(true);
    expect((await maps(id, "?inline=false")).body.image).toBeNull();
    expect((await maps(id, "?inline=")).body.image).toBeNull();
  });

  test("the address can't be guessed, not from another callout's, nor from the tracking page's", async () => {
    const [one, other] = [await closedCallout(), await closedCallout()];
    const [mine, theirs] = [await maps(one.id), await maps(other.id)].map(
      ({ body }) => new URL(body.url).pathname,
    );
    if (!mine || !theirs) throw new Error("no address");
    const swapped = mine.slice(0, -36) + theirs.slice(-36);
    const fromPage = `${one.page.replace("/track/", "/maps/")}.png`;
    for (const path of [
      swapped,
      fromPage,
      mine.slice(0, -4),
      "/maps/a-b-c.png",
      "/maps/x",
      "/maps/%00.png",
    ]) {
      expect((await fetchBytes(path)).status).toBe(404);
    }
  });
});
