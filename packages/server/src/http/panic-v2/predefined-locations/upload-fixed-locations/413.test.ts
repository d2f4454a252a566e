import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { upload } from "../testing/upload.ts";

const system = useSystem();
const limit = 64 * 1024 * 1024;

test("413 for a file of more than 64 MiB, of which nothing is kept; one of exactly as much is taken", async () => {
  const large = await upload(system, { file: new Uint8Array(limit + 1) });
  expect([large.status, large.headers["x-error-code"]]).toEqual([413, "body-too-large"]);
  expect(large.body.message).toBe("The file is larger than 64 MiB, which is as much as one may have.");
  expect(await system.context.db.query({ text: "select id from location_import" })).toEqual([]);
  const taken = await upload(system, { file: new Uint8Array(limit) });
  expect(taken.status).toBe(202);
  const [row] = await system.context.db.query<{ bytes: number }>({
    text: "select sum(length(bytes))::bigint as bytes from location_import_chunk",
  });
  expect(row?.bytes).toBe(limit);
});
