import { lstat, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { type Binaries, copyBinaries, findBinaries, programPath } from "./binaries.ts";
import { runProgram } from "./run-program.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("programs whose install script never ran get their library links, and run", async () => {
  const bare = await copyBinaries(await findBinaries("/nowhere"), await temporaryFolder());
  const links = await removeLinks(bare);
  expect(links.length).toBeGreaterThan(0);
  const linked = await copyBinaries(bare, await temporaryFolder());

  for (const link of links) expect((await lstat(path.join(linked.folder, link))).isSymbolicLink()).toBe(true);
  const { code, output } = await runProgram([programPath(linked, "postgres"), "-V"], {
    runAs: { prefix: [] },
    cwd: "/",
  });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("PostgreSQL) 18.") });
});

async function removeLinks(binaries: Binaries): Promise<string[]> {
  const list = JSON.parse(await readFile(path.join(binaries.folder, "pg-symlinks.json"), "utf8")) as {
    target: string;
  }[];
  const links = list.map(({ target }) => path.relative("native", target));
  for (const link of links) await rm(path.join(binaries.folder, link));
  return links;
}
