import { execFileSync } from "node:child_process";
import { chmod, chown, cp, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findBinaries } from "./binaries.ts";
import { planRun } from "./run-as.ts";
import { isLeash, processesOf } from "./testing/processes.ts";
import { query } from "./testing/query.ts";
import { recordedLog } from "./testing/recorded-log.ts";
import { connectionOf, spawnTocsin } from "./testing/spawn-tocsin.ts";
import { start } from "./testing/start.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const NOBODY = { uid: 65_534, gid: 65_534 };

// Only root can become somebody else. Everybody else runs PostgreSQL as itself, which the other files test.
const isRoot = process.getuid?.() === 0 && process.platform === "linux";

const namespacesWork = canRun("unshare", ["--user", "--map-user=65534", "--map-group=65534", "true"]);
const othersReachUs = canRun(
  process.execPath,
  ["-e", `fs.readFileSync(${JSON.stringify(import.meta.filename)})`],
  NOBODY,
);

test.skipIf(!isRoot || !namespacesWork)(
  "root gets a PostgreSQL in a user namespace: to the system it stays root's",
  async () => {
    const dataDir = await temporaryFolder();
    await start(dataDir);
    expect(await usersOf(dataDir)).toEqual(["0"]);
    expect((await stat(path.join(dataDir, "postgres"))).uid).toBe(0);
  },
);

test.skipIf(!isRoot)(
  "root without user namespaces gets a PostgreSQL that runs as nobody, also in a folder that nobody cannot enter",
  async () => {
    const forbidden = '#!/bin/sh\necho "unshare failed: Operation not permitted" >&2\nexit 1\n';
    await onlyTools(["chown", "sleep"], forbidden);
    const dataDir = await temporaryFolder();
    const log = recordedLog();
    const first = await start(dataDir, { log });
    expect(log.warnings).toEqual([
      expect.stringMatching(/^PostgreSQL does not run as root .* running it as user 65534/),
    ]);
    expect(await usersOf(dataDir)).toEqual(["65534"]);
    await query(first.connection, "create table kept as select 1 as row");
    await first.stop();

    const again = await start(dataDir);
    expect(await query(again.connection, "select row from kept")).toEqual([{ row: 1 }]);
  },
);

test.skipIf(!isRoot || !namespacesWork)(
  "a cluster of root's is handed over to nobody when unshare is no longer there",
  async () => {
    const dataDir = await temporaryFolder();
    const before = await start(dataDir);
    await query(before.connection, "create table kept as select 1 as row");
    await before.stop();

    await onlyTools(["chown", "sleep"], null);
    const after = await start(dataDir);
    expect(await query(after.connection, "select row from kept")).toEqual([{ row: 1 }]);
  },
);

test.skipIf(!isRoot || !othersReachUs)(
  "an ordinary user needs nothing special, and root may start the same folder without taking it away",
  async () => {
    const dataDir = await temporaryFolder();
    await chown(dataDir, NOBODY.uid, NOBODY.gid);
    const own = spawnTocsin(dataDir, NOBODY);
    await query(await connectionOf(own), "create table kept as select 1 as row");
    own.kill("SIGKILL");

    const postgres = await start(dataDir);
    expect(await query(postgres.connection, "select row from kept")).toEqual([{ row: 1 }]);
    expect(await usersOf(dataDir)).toEqual(["65534"]);
    expect((await stat(path.join(dataDir, "postgres", "postmaster.pid"))).uid).toBe(NOBODY.uid);
  },
);

test.skipIf(!isRoot)(
  "programs that the chosen user cannot reach are copied to where it can, once",
  async () => {
    await onlyTools([], null);
    const locked = await temporaryFolder();
    const reachable = await temporaryFolder();
    await chmod(reachable, 0o755);
    const binaries = await findBinaries(locked);
    await cp(binaries.folder, path.join(locked, "native"), { recursive: true, verbatimSymlinks: true });
    const options = {
      binaries: { ...binaries, folder: path.join(locked, "native") },
      dataDir: locked,
      cluster: path.join(locked, "postgres"),
      log: recordedLog(),
      reachableFolder: reachable,
    };
    const first = await planRun(options);
    const second = await planRun(options);

    expect(first).toEqual({
      runAs: { prefix: [], ids: NOBODY },
      binaries: { ...binaries, folder: path.join(reachable, `postgresql-${binaries.version}`) },
    });
    expect(second).toEqual(first);
    expect(await readdir(reachable)).toEqual([`postgresql-${binaries.version}`]);
  },
);

test("programs that cannot run are named, with what to do about it", async () => {
  const dataDir = await temporaryFolder();
  await mkdir(path.join(dataDir, "native", "bin"), { recursive: true });
  await writeFile(path.join(dataDir, "native", "bin", "postgres"), "#!/lib/no-such-loader\n", {
    mode: 0o755,
  });
  const plan = planRun({
    binaries: { folder: path.join(dataDir, "native"), version: "18.0.0" },
    dataDir,
    cluster: path.join(dataDir, "postgres"),
    log: recordedLog(),
    reachableFolder: path.join(dataDir, "copies"),
  });
  await expect(plan).rejects.toThrow(/PostgreSQL cannot run from .*native.*glibc.*DATABASE_URL/);
});

/** Users of the server and its children, without the shell that holds them. */
async function usersOf(dataDir: string): Promise<string[]> {
  const servers = (await processesOf(dataDir)).filter((found) => !isLeash(found));
  return [...new Set(servers.map(({ user }) => user))];
}

/** Until the end of the test, PATH holds these tools and nothing else; `unshare` is the text of a script. */
async function onlyTools(tools: readonly string[], unshare: string | null): Promise<void> {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  for (const tool of tools) {
    const script = `#!/bin/sh\nPATH=/usr/bin:/bin exec ${tool} "$@"\n`;
    await writeFile(path.join(folder, tool), script, { mode: 0o755 });
  }
  if (unshare !== null) await writeFile(path.join(folder, "unshare"), unshare, { mode: 0o755 });
  const before = process.env["PATH"];
  onTestFinished(() => {
    process.env["PATH"] = before;
  });
  process.env["PATH"] = folder;
}

function canRun(program: string, args: readonly string[], ids: { uid?: number; gid?: number } = {}): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore", cwd: "/", ...ids });
    return true;
  } catch {
    return false;
  }
}
