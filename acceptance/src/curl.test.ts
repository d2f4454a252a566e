import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlOf } from "./curl.ts";

const base = new URL("http://127.0.0.1:1/prefix");
const secrets = { OTHER_TOKEN: "SECRET2", TOKEN: "SECRET", BASIC: "ZGVtbw==" };

/** What a shell makes of the command's words. */
function wordsOf(command: string): string[] {
  const script = `curl() { printf '%s\\n' "$@"; }; TOKEN=t; OTHER_TOKEN=o; BASIC=b; ${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).trimEnd().split("\n");
}

test("the command repeats method, path as it is, headers and body, through a shell", () => {
  const headers = { authorization: "Bearer SECRET", "x-it's": 'a "b" $c' };
  const command = curlOf(
    base,
    { method: "POST", path: "//a%2Fb/", headers, body: Buffer.from(`{"it's":"$x"}`) },
    secrets,
  );
  expect(wordsOf(command)).toEqual([
    "-sS",
    "-i",
    "--path-as-is",
    "-X",
    "POST",
    "http://127.0.0.1:1/prefix//a%2Fb/",
    "-H",
    "authorization: Bearer t",
    "-H",
    `x-it's: a "b" $c`,
    "--data-raw",
    `{"it's":"$x"}`,
  ]);
});

test("no secret stands in it, wherever it was sent", () => {
  const command = curlOf(
    base,
    { method: "GET", path: "/", headers: { authorization: "Bearer SECRET2" } },
    secrets,
  );
  expect(command).not.toContain("SECRET");
  expect(wordsOf(command)).toContain("authorization: Bearer o");
  const body = Buffer.from('{"clientSecret":"SECRET"}');
  const basic = { authorization: "Basic ZGVtbw==" };
  const words = wordsOf(curlOf(base, { method: "POST", path: "/", headers: basic, body }, secrets));
  expect(words).toContain("authorization: Basic b");
  expect(words).toContain('{"clientSecret":"t"}');
});

test("bytes that are no text go through base64", () => {
  const command = curlOf(
    base,
    { method: "POST", path: "/", headers: {}, body: Buffer.from([0, 255]) },
    secrets,
  );
  expect(command).toMatch(/^printf %s AP8= \| base64 -d \| curl .* --data-binary @-$/);
});

test("what is long is not written out", () => {
  const request = {
    method: "POST",
    path: "/",
    headers: { "x-long": "y".repeat(20_000) },
    body: Buffer.alloc(10_000_000, "x"),
  };
  const command = curlOf(base, request, secrets);
  expect(command.length).toBeLessThan(400);
  expect(command).toContain("10000000 bytes");
});
