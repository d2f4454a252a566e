import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { callNode, type NodeProcess, signInToDemo, spawnNode } from "@tocsin/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

let folder = "";
let node: NodeProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-main-"));
});
afterEach(async () => {
  await node?.end();
  node = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(environment: Readonly<Record<string, string>> = {}): Promise<NodeProcess> {
  node = await spawnNode(folder, environment);
  return node;
}

/** Runs the program to its end. */
async function run(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...environment } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, printed };
}

/** Runs the line that the node printed, as a person who pastes it would. */
async function pasteCurl(running: NodeProcess): Promise<{ id: number; status: string }> {
  const line = running
    .output()
    .split("\n")
    .find((text) => text.startsWith("curl "));
  const { stdout } = await promisify(execFile)("/bin/sh", ["-c", `${line} --silent --show-error`]);
  return JSON.parse(stdout) as { id: number; status: string };
}

/** Processes that have this data folder on their command line. */
function processesOf(dataFolder: string): string[] {
  const all = execFileSync("ps", ["-axww", "-o", "pid=,args="], { encoding: "utf8" });
  return all.split("\n").filter((line) => line.includes(dataFolder));
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
}

describe("a node with the demo", () => {
  test("prints a curl that raises a callout as pasted, still knows it after kill -9, and says who holds its folder", async () => {
    const first = await start();
    expect(first.output()).toContain(folder);
    const { id } = await pasteCurl(first);
    await first.end("SIGKILL");

    const second = await start();
    const response = await callNode(second.address, `/callouts/${id}`, await signInToDemo(second.address));
    expect(await response.json()).toMatchObject({ id, status: "created", responseTypeId: 2 });

    const { code, printed } = await run({ TOCSIN_DATA: folder, TOCSIN_PORT: "0" });
    expect(code).toBe(1);
    const holder = `(pid ${second.process.pid}, running since `;
    expect(printed).toContain(`Another Tocsin uses the data folder ${folder} ${holder}`);
    expect(printed).toContain(second.address);
  });
});

describe("told to stop", () => {
  /** A client that keeps its connection open after an answer, as browsers and pools do. */
  async function keepAlive(address: string): Promise<Socket> {
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(socket, "data");
    return socket;
  }

  /** A request whose body never ends. */
  function hang(address: string): Socket {
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      "POST /panic-api/v2/oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    );
    return socket;
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "by %s it ends well within 5 s, its database too, whoever is still connected",
    async (signal) => {
      const running = await start();
      const idle = await keepAlive(running.address);
      const hanging = hang(running.address);
      await once(hanging, "connect");
      expect(processesOf(folder)).not.toEqual([]);
      const startedAt = performance.now();
      await running.end(signal);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(running.process.exitCode).toBe(0);
      expect(processesOf(folder)).toEqual([]);
      idle.destroy();
      hanging.destroy();
    },
  );

  test("the echoes of one Ctrl-C, passed on by npm, do not cut the stop short", async () => {
    const running = await start();
    running.process.kill("SIGINT");
    running.process.kill("SIGINT");
    await running.end("SIGINT");
    expect(running.process.exitCode).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  });
});

describe("a database that dies", () => {
  test("answers 503 until PostgreSQL runs again, which needs nobody's help", async () => {
    const { address } = await start();
    const token = await signInToDemo(address);
    const raise = (): Promise<Response> =>
      callNode(address, "/predefinedLocations/externalRef/STORE-002/callouts", token, { responseTypeId: 1 });
    expect((await raise()).status).toBe(201);
    process.kill(await postmasterPid(), "SIGKILL");
    const seen = new Set<number>();
    let readyAgain = 0;
    while (readyAgain !== 200 || !seen.has(503)) {
      seen.add((await raise()).status);
      readyAgain = (await fetch(`${address}/readyz`)).status;
    }
    expect([...seen].filter((status) => status !== 503 && status !== 200)).toEqual([]);
    expect((await raise()).status).toBe(200);
  });
});

describe("without the demo", () => {
  test("its secrets no longer open what was a demo once", async () => {
    const { address, output } = await start({ TOCSIN_DEMO: "0" });
    expect(
      (await callNode(address, "/oauth/token", undefined, { clientId: "demo", clientSecret: "demo-secret" }))
        .status,
    ).toBe(401);
    expect(output()).toContain("npm exec --no -- tocsin partner create");
    expect(output()).not.toContain("curl");
  });
});

describe("a start that is refused", () => {
  test("the demo on a host that others reach", async () => {
    const { code, printed } = await run({ TOCSIN_DEMO: "1", TOCSIN_HOST: "0.0.0.0", TOCSIN_DATA: folder });
    expect(code).toBe(2);
    expect(printed).toContain("TOCSIN_DEMO is 1, but TOCSIN_HOST is 0.0.0.0");
  });

  test("everything that is wrong with the environment is said at once", async () => {
    const { code, printed } = await run({
      TOCSIN_PORT: "web",
      TOCSIN_DEMO: "maybe",
      DATABASE_URL: "mysql://localhost/",
    });
    expect(code).toBe(2);
    for (const variable of ["TOCSIN_PORT", "TOCSIN_DEMO", "DATABASE_URL"])
      expect(printed).toContain(`- ${variable} `);
  });

  test("a data folder that cannot be one", async () => {
    const { code, printed } = await run({ TOCSIN_DATA: join(main, "data"), TOCSIN_PORT: "0" });
    expect(code).toBe(1);
    expect(printed).toContain(`The data folder ${join(main, "data")} cannot be used`);
  });
});
