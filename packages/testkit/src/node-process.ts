import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));
/** Nodes of tests compile what they read once, as the command line does. */
export const compiled = fileURLToPath(
  new URL("../../../node_modules/.cache/tocsin-compiled", import.meta.url),
);

/** A Tocsin node in a process of its own, as an operator runs it. */
export interface NodeProcess {
  readonly process: ChildProcess;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Everything it printed so far. */
  output(): string;
  /** Sends a signal and waits until the process is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a node on a data folder and a free loopback port; resolves when `/readyz` answers 200.
 * @param command what Node runs: the server alone, unless said
 */
export async function spawnNode(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  command: readonly string[] = [main],
): Promise<NodeProcess> {
  const child = spawn(process.execPath, command, {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      TOCSIN_DATA: dataFolder,
      TOCSIN_HOST: "127.0.0.1",
      TOCSIN_PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const address = await waitForAddress(child, () => output);
  return {
    process: child,
    address,
    output: () => output,
    async end(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    },
  };
}

async function waitForAddress(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`the node did not start:\n${output()}`);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
    if (address && (await isReady(address))) return address;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function isReady(address: string): Promise<boolean> {
  const response = await fetch(`${address}/readyz`).catch(() => undefined);
  return response?.status === 200;
}
