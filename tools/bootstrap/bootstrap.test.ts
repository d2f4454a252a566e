import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { writeTree } from "../testing/write-tree.ts";

const platform = process.platform === "darwin" ? "bin-darwin" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

test("a fresh clone is installed with one line of notice, then the program gets its arguments and says how it ends", async () => {
  const clone = freshClone("console.log(process.argv.slice(2).join(' ')); process.exitCode = 7;");
  const first = await run(clone, ["start", "--port", "0"]);
  expect(first).toMatchObject({
    code: 7,
    stdout: "start --port 0\n",
    stderr: expect.stringMatching(/^Installing .*\n$/),
  });

  const second = await run(clone, ["start"]);
  expect(second).toMatchObject({ code: 7, stdout: "start\n", stderr: "" });
});

test("a lockfile that changed is installed again", async () => {
  const clone = freshClone("");
  await run(clone, ["install"]);
  writeFileSync(
    join(clone, "package-lock.json"),
    `${readFileSync(join(clone, "package-lock.json"), "utf8")}\n`,
  );
  expect((await run(clone, ["start"])).stderr).toMatch(/^Installing/);
});

test("two that start at once on a fresh clone install once, and both run", async () => {
  const clone = freshClone("console.log('ran');");
  const both = await Promise.all([run(clone, ["start"]), run(clone, ["start"])]);
  expect(both.map(({ stdout, code }) => ({ stdout, code }))).toEqual([
    { stdout: "ran\n", code: 0 },
    { stdout: "ran\n", code: 0 },
  ]);
  const notices = both.flatMap(({ stderr }) => stderr.match(/^(Installing|Waiting)/gm) ?? []);
  expect(notices.toSorted()).toEqual(["Installing", "Waiting"]);
});

test("an install that was killed does not keep the next one waiting", async () => {
  const clone = freshClone("console.log('ran');");
  const died = spawn(process.execPath, ["-e", ""]);
  await once(died, "exit");
  mkdirSync(join(clone, ".tocsin", "install.lock"), { recursive: true });
  writeFileSync(join(clone, ".tocsin", "install.lock", `${died.pid}-install-abcdef`), "");

  expect(await run(clone, ["start"])).toMatchObject({ code: 0, stdout: "ran\n" });
});

test("an install that fails says why and runs nothing", async () => {
  const clone = freshClone("console.log('ran');");
  const manifest = { name: "clone", version: "1.0.0", dependencies: { "left-out-of-the-lockfile": "1.0.0" } };
  writeFileSync(join(clone, "package.json"), JSON.stringify(manifest));

  const { code, stdout, stderr } = await run(clone, ["start"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(
    /left-out-of-the-lockfile[^]*npm ci failed \(exit code 1\); what it said stands above/,
  );
});

test("a user's settings do not decide what is installed", async () => {
  const clone = freshClone("");
  writeFileSync(
    join(clone, "settings"),
    "omit[]=optional\nomit[]=dev\ndry-run=true\npackage-lock=false\nengine-strict=true\nglobal=true\n",
  );
  const environment = { npm_config_userconfig: join(clone, "settings"), NODE_ENV: "production" };
  await run(clone, ["install"], environment);

  const installed = readdirSync(join(clone, "node_modules"));
  expect(installed.toSorted()).toEqual([".package-lock.json", ".tocsin-stamp", nodePackage, "tool"]);
});

test("a home that cannot be written to does not keep npm from installing", async () => {
  const clone = freshClone("console.log('ran');");
  const environment = { HOME: "/dev/null", npm_config_cache: undefined, npm_config_userconfig: undefined };
  expect(await run(clone, ["start"], environment)).toMatchObject({ code: 0, stdout: "ran\n" });
});

test("without a verb it names those there are", async () => {
  const { code, stderr } = await run(freshClone(""), ["constructor"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^usage: .*install \| start \| dev \| test/);
});

test.for(["SIGTERM", "SIGINT"] as const)(
  "%s reaches the program once, which ends in its own time",
  async (signal) => {
    const clone = freshClone(`
    let received = 0;
    process.on("${signal}", () => {
      received++;
      setTimeout(() => { console.log(received); process.exit(0); }, 300);
    });
    setInterval(() => {}, 1000);
    console.log("ready");`);
    const bootstrap = start(clone, ["start"]);
    const ended = endOf(bootstrap);
    await expect.poll(() => ended.stdout(), { timeout: 15_000 }).toBe("ready\n");
    bootstrap.kill(signal);
    bootstrap.kill(signal);

    expect(await ended.end).toMatchObject({ code: 0, stdout: "ready\n1\n" });
  },
);

test("SIGTERM for the npm that started it, which never gets here, ends the program too", async () => {
  const clone = freshClone(`
    process.on("SIGTERM", () => { writeFileSync("drained", ""); process.exit(0); });
    import { writeFileSync } from "node:fs";
    setInterval(() => {}, 1000);
    console.log("ready");`);
  // The shell that npm puts in between.
  const shell = spawn("/bin/sh", ["-c", '"$0" tools/bootstrap.mjs start; true', process.execPath], {
    cwd: clone,
    env: { ...process.env, npm_lifecycle_event: "start" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void shell.kill("SIGKILL"));
  const { stdout } = endOf(shell);
  await expect.poll(stdout, { timeout: 15_000 }).toBe("ready\n");
  shell.kill("SIGTERM");

  await expect.poll(() => existsSync(join(clone, "drained")), { timeout: 5000 }).toBe(true);
});

test("a program that dies of a signal is reported as one", async () => {
  const clone = freshClone("process.kill(process.pid, 'SIGKILL');");
  expect(await run(clone, ["start"])).toMatchObject({ code: null, signal: "SIGKILL" });
});

/**
 * A clone of a project whose `tocsin` is the given program. Its lockfile names two packages, which lie in the clone: a Node,
 * which is the one running this test, and a tool for developers that the npm at hand is too old for.
 */
function freshClone(program: string): string {
  const node = { name: nodePackage, version: "26.0.0" };
  const tool = { name: "tool", version: "1.0.0", engines: { node: ">=1000" } };
  const manifest = {
    name: "clone",
    version: "1.0.0",
    optionalDependencies: { [nodePackage]: "file:node" },
    devDependencies: { tool: "file:tool" },
  };
  const packages = {
    "": manifest,
    node: { ...node, optional: true },
    [`node_modules/${nodePackage}`]: { resolved: "node", link: true },
    tool: { ...tool, dev: true },
    "node_modules/tool": { resolved: "tool", link: true },
  };
  const clone = writeTree({
    "package.json": JSON.stringify(manifest),
    "package-lock.json": JSON.stringify({ name: "clone", version: "1.0.0", lockfileVersion: 3, packages }),
    "node/package.json": JSON.stringify(node),
    "tool/package.json": JSON.stringify(tool),
    "node/bin/node": `#!/bin/sh\nexec "${process.execPath}" "$@"\n`,
    "apps/cli/bin/tocsin.js": program,
  });
  chmodSync(join(clone, "node", "bin", "node"), 0o755);
  const tools = fileURLToPath(new URL("..", import.meta.url));
  for (const part of ["bootstrap", "bootstrap.mjs"]) {
    cpSync(join(tools, part), join(clone, "tools", part), { recursive: true });
  }
  return clone;
}

/** Starts the bootstrap without a terminal. */
function start(clone: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, ["tools/bootstrap.mjs", ...args], {
    cwd: clone,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function run(clone: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<End> {
  return endOf(start(clone, args, environment)).end;
}

interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

function endOf(child: ChildProcess): { stdout: () => string; end: Promise<End> } {
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
    });
  }
  const end = once(child, "close").then(([code, signal]): End => ({ code, signal, ...printed }));
  return { stdout: () => printed.stdout, end };
}
