// @ts-check
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

const PARENT_POLL_MS = 250;

/**
 * @typedef {object} ChildEnd
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {string} output What it printed, if that was captured.
 */

/**
 * Runs a program and outlives it. Signals:
 * - SIGTERM goes to this process alone, so it is passed on.
 * - SIGINT and SIGHUP come from the terminal to its whole foreground group: the child has them already, and a second one
 *   would tell a server that is draining to give up. Without a terminal somebody sent them to us, so they are passed on.
 * - Each is passed on once: npm may repeat to us what the group has already got.
 * - A SIGTERM for npm ends the shell that npm puts between itself and us, which passes nothing on; so under npm the loss of
 *   our parent counts as SIGTERM. (Not otherwise: whoever starts us with nohup means us to outlive the parent.)
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, capture?: boolean, shell?: boolean }} options
 * @returns {Promise<ChildEnd>} rejects when the program cannot be started
 */
export function runChild(program, args, { cwd, env, capture = false, shell = false }) {
  const child = spawn(program, args, {
    cwd,
    env,
    shell,
    stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const stopPassingOn = passSignalsOn(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      stopPassingOn();
      resolve({ code, signal, output });
    });
  });
}

/**
 * Ends this process the way the child ended.
 *
 * @param {Pick<ChildEnd, "code" | "signal">} end
 */
export function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
}

/** @param {import("node:child_process").ChildProcess} child */
function passSignalsOn(child) {
  const terminal = hasTerminal();
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGHUP", "SIGTERM"];
  const passed = new Set();
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (passed.has(signal) || (terminal && signal !== "SIGTERM")) return;
    passed.add(signal);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env["npm_lifecycle_event"] !== undefined && process.ppid !== parent) pass("SIGTERM");
  }, PARENT_POLL_MS).unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  };
}

/** Whether keys pressed in a terminal reach this process; true even when its input and output are redirected. */
function hasTerminal() {
  if (process.platform === "win32") return true;
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
