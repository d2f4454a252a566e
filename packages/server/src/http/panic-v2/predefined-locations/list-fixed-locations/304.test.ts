import { addPlaces, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = { locationIdentifier: "x", latitude: "1", longitude: "1" };

async function list(query = "", ifNoneMatch?: string) {
  const headers = ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch };
  const answer = await system.request({ method: "GET", path: path + query, headers });
  return { ...answer, etag: String(answer.headers.etag) };
}

beforeAll(() => addPlaces(system, 3, "site"));

describe("304", () => {
  test("an unchanged list has no body, and its tag again", async () => {
    const { etag } = await list();
    expect(etag).toMatch(/^W\/"[\x21\x23-\x7e]+"$/);
    const again = await list("", etag);
    expect(again).toMatchObject({ status: 304, text: "", etag });
    expect(again.headers["content-type"]).toBeUndefined();
  });

  test("the tag may be one of a list, strong, or a star", async () => {
    const { etag } = await list();
    for (const tags of [`"a", ${etag}`, etag.slice(2), "*"])
      expect((await list("", tags)).status, tags).toBe(304);
    for (const tags of ['"a"', 'W/"b", "c"', etag.slice(3, -1)])
      expect((await list("", tags)).status, tags).toBe(200);
  });

  test("no more after a create, an update, or a delete, in the same millisecond too", async () => {
    const tags = [(await list()).etag];
    const created = await system.request({
      method: "POST",
      path,
      body: { ...place, externalReferenceId: "new" },
    });
    tags.push((await list()).etag);
    await system.request({
      method: "PUT",
      path: `${path}/${created.body.id}`,
      body: { ...place, externalReferenceId: "newer" },
    });
    tags.push((await list()).etag);
    await system.request({ method: "DELETE", path: `${path}/${created.body.id}` });
    const last = await list("", tags.join(", "));
    // everything is as it was at first, so the first tag is right again
    expect(last).toMatchObject({ status: 304, etag: tags[0] });
    expect(new Set(tags).size).toBe(3);
  });

  test("a change outside of the filter leaves the tag, one inside of it does not", async () => {
    const query = "?externalReferenceId=watched";
    const { etag } = await list(query);
    await system.request({ method: "POST", path, body: { ...place, externalReferenceId: "beside" } });
    expect((await list(query, etag)).status).toBe(304);
    await system.request({ method: "POST", path, body: { ...place, externalReferenceId: "watched" } });
    expect((await list(query, etag)).status).toBe(200);
  });

  test("a page that was the last one has changed when another follows it", async () => {
    const { body } = await list();
    const query = `?limit=${body.length}`;
    const { etag, headers } = await list(query);
    expect(headers.link).toBeUndefined();
    await addPlaces(system, 1, "behind");
    const after = await list(query, etag);
    expect(after.status).toBe(200);
    expect(after.headers.link).toBeDefined();
  });
});
