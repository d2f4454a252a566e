import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DataFolderInUseError, openDataFolder } from "./data-folder.ts";

test("a new folder is its owner's alone; an existing one keeps its mode", async () => {
  const parent = await temporaryFolder();
  const created = await openDataFolder(path.join(parent, "new", "data"));
  expect((await stat(created.path)).mode & 0o777).toBe(0o700);

  const existing = path.join(parent, "existing");
  await mkdir(existing);
  await chmod(existing, 0o750);
  await (await openDataFolder(existing)).release();
  expect((await stat(existing)).mode & 0o777).toBe(0o750);
  await created.release();
});

test("a second Tocsin is told who holds the folder, since when and where it answers", async () => {
  const folder = await temporaryFolder();
  const held = await openDataFolder(folder);
  await held.announce({ address: "http://127.0.0.1:4000" });

  const refusal = openDataFolder(folder);
  await expect(refusal).rejects.toThrow(DataFolderInUseError);
  await expect(refusal).rejects.toThrow(
    new RegExp(`pid ${process.pid}, running since 20\\d\\d-.*Z, at http://127.0.0.1:4000`),
  );
  await held.release();
});

test("after release the folder is free and says nothing of its last holder", async () => {
  const folder = await temporaryFolder();
  const held = await openDataFolder(folder);
  await held.release();
  await held.release();
  expect(await readdir(folder)).toEqual(["tocsin.lock"]);
  await (await openDataFolder(folder)).release();
});

test("kill -9 of the holder frees the folder at once", async () => {
  const folder = await temporaryFolder();
  const holder = spawnHolder(folder);
  expect(await verdictOf(holder)).toBe("held");
  await expect(openDataFolder(folder)).rejects.toMatchObject({ holder: { pid: holder.pid } });

  const exited = once(holder, "exit");
  holder.kill("SIGKILL");
  await exited;
  await (await openDataFolder(folder)).release();
});

test("a record of a holder whose pid another live process has now does not keep the folder", async () => {
  const folder = await temporaryFolder();
  const record = { pid: process.ppid, since: "2026-01-01T00:00:00Z" };
  await writeFile(path.join(folder, "holder.json"), JSON.stringify(record));
  const held = await openDataFolder(folder);
  expect(JSON.parse(await readFile(path.join(folder, "holder.json"), "utf8"))).toMatchObject({
    pid: process.pid,
  });
  await held.release();
});

test("of several that start at the same instant exactly one gets the folder", async () => {
  const folder = path.join(await temporaryFolder(), "data");
  const rivals = Array.from({ length: 5 }, () => spawnHolder(folder));
  const verdicts = await Promise.all(rivals.map(verdictOf));
  expect(verdicts.toSorted()).toEqual(["held", "refused", "refused", "refused", "refused"]);
});

/** A process that tries to hold the folder, says `held` or `refused`, and keeps what it got until it is killed. */
function spawnHolder(folder: string): ChildProcess {
  const program = `
    import { DataFolderInUseError, openDataFolder } from ${JSON.stringify(new URL("./data-folder.ts", import.meta.url).href)};
    const verdict = await openDataFolder(${JSON.stringify(folder)}).then(
      () => "held",
      (error) => (error instanceof DataFolderInUseError ? "refused" : String(error)),
    );
    process.stdout.write(verdict);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function verdictOf(holder: ChildProcess): Promise<string> {
  if (!holder.stdout) throw new Error("its output is not captured");
  const [text] = (await once(holder.stdout, "data")) as [Buffer];
  return text.toString();
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tocsin-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
