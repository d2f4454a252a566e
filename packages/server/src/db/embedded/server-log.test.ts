import { write } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { boundSize, openServerLog } from "./server-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("a full log is set aside, and a server that holds the file open goes on at its beginning", async () => {
  const log = await openServerLog(await temporaryFolder());
  await promisify(write)(log.fd, "before\n");
  await boundSize(log.file, 3);
  await promisify(write)(log.fd, "after\n");

  expect(await readFile(`${log.file}.1`, "utf8")).toBe("before\n");
  expect(await readFile(log.file, "utf8")).toBe("after\n");
  await log.close();
});

test("the tail holds what this start printed, not what an earlier one did", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "postgres.log"), "earlier\n");
  const log = await openServerLog(folder);
  await promisify(write)(log.fd, "one\ntwo\nthree\n");

  expect(await log.tail(2)).toBe("two\nthree");
  expect(await log.tail(9)).toBe("one\ntwo\nthree");
  await log.close();
});
