import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

function run(...args: string[]) {
  const main = join(import.meta.dirname, "main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
  return { status, lastLine: stdout.trimEnd().split("\n").at(-1), stderr };
}

test("a server that does not answer is a failure, and the last line says so", () => {
  const { status, lastLine, stderr } = run("--base-url", "http://127.0.0.1:1");
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: "0 passed, 1 failed" });
  expect(stderr).toContain("http://127.0.0.1:1/ does not answer");
});

test("a name that no case has is refused before anything is sent", () => {
  const { status, lastLine, stderr } = run("--base-url", "http://127.0.0.1:1", "--only", "get-unicorn");
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: "0 passed, 1 failed" });
  expect(stderr).toContain("get-unicorn");
});
