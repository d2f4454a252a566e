import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { upload } from "../testing/upload.ts";

const system = useSystem();

async function fieldsOf(
  ...given: Parameters<typeof upload> extends [unknown, infer Given] ? [Given] : never
) {
  const { status, body } = await upload(system, given[0]);
  expect(status).toBe(400);
  return (body.errors as { field: string }[]).map(({ field }) => field);
}

describe("400 names what is wrong with the form", () => {
  test.each([
    [{ file: null }, ["locations"]],
    [{ fields: { callbackUrl: undefined } }, ["callbackUrl"]],
    [{ fields: { callbackUrl: "" } }, ["callbackUrl"]],
    [{ fields: { callbackUrl: "http://example.com/" } }, ["callbackUrl"]],
    [{ fields: { callbackUrl: "https://10.0.0.1/" } }, ["callbackUrl"]],
    [{ fields: { callbackUrl: "no address" } }, ["callbackUrl"]],
    [{ fields: { delimiter: ";;" } }, ["delimiter"]],
    [{ fields: { delimiter: '"' } }, ["delimiter"]],
    [{ fields: { userEmail: "nobody" } }, ["userEmail"]],
    [{ fields: { dryRun: "perhaps" } }, ["dryRun"]],
    [{ fields: { source: "x".repeat(257) } }, ["source"]],
    [{ file: null, fields: { callbackUrl: undefined, dryRun: "2" } }, ["locations", "callbackUrl", "dryRun"]],
  ])("%j", async (given, fields) => {
    expect((await fieldsOf(given)).toSorted()).toEqual(fields.toSorted());
  });

  test("a member given twice, a second file, a field that is no file, a form that ends in the middle", async () => {
    const part = (name: string, more = "") =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nx\r\n`;
    const file = '; filename="a.csv"';
    const end = "--b--\r\n";
    const bodies: [body: string, field: string][] = [
      [part("source") + part("source") + part("locations", file) + end, "source"],
      [part("locations", file) + part("more", file) + end, "body"],
      [part("locations") + end, "locations"],
      [part("locations", file), "body"],
      [part("locations", file).slice(0, -20), "body"],
      [end, "locations"],
    ];
    for (const [body, field] of bodies) {
      const answer = await system.request({
        method: "POST",
        path: "/v1/predefinedlocations/upload",
        body: Buffer.from(body),
        headers: { "content-type": "multipart/form-data; boundary=b" },
      });
      expect([answer.status, answer.body.errors.map((each: { field: string }) => each.field)]).toEqual([
        400,
        expect.arrayContaining([field]),
      ]);
    }
  });

  test("and nothing of it is kept", async () => {
    expect(await system.context.db.query({ text: "select id from location_import" })).toEqual([]);
    expect(await system.context.db.query({ text: "select import_id from location_import_chunk" })).toEqual(
      [],
    );
  });
});
