import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findDifferences } from "./find-differences.ts";
import type { Command, PageFile } from "./read-commands.ts";

/** Stands after the output of each command; no answer holds it. */
const separator = "\u001E";
const limitSeconds = 60;

/**
 * Runs the commands of a page in one shell, as a reader does, so that a variable set in one is there in the next.
 * @param baseUrl of a running system, given to the shell as BASE
 * @param files lie in the folder that the shell starts in
 * @throws when a command fails, or answers otherwise than the page shows
 */
export function runCommands(
  commands: readonly Command[],
  baseUrl: string,
  files: readonly PageFile[] = [],
): void {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-docs-"));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const script = commands.map((command) => `${command.script}\nprintf '${separator}'\n`).join("");
  const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail"], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, BASE: baseUrl },
    input: script,
    encoding: "utf8",
    timeout: limitSeconds * 1000,
  });
  rmSync(folder, { recursive: true });
  const outputs = stdout.split(separator);
  if (status !== 0)
    throw new Error(
      `${commands[outputs.length - 1]?.script ?? ""}exited with ${status}\n${outputs.at(-1)}${stderr}`,
    );
  for (const [index, command] of commands.entries()) compare(command, outputs[index] ?? "");
}

function compare({ script, answer }: Command, output: string): void {
  if (answer === undefined) return;
  const differences = findDifferences(answer, readJson(script, output));
  if (differences.length > 0)
    throw new Error(`${script}answers otherwise than the page shows:\n${differences.join("\n")}\n${output}`);
}

function readJson(script: string, output: string): unknown {
  try {
    return JSON.parse(output);
  } catch (error) {
    throw new Error(`${script}did not answer JSON: ${output}`, { cause: error });
  }
}
