import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildClientPackage } from "./client-package.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-client-package-"));
const client = join(folder, "node_modules/@tocsin/client");

beforeAll(() => buildClientPackage(client));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a program that has it in node_modules imports it, and gets what the sources export", () => {
  const program =
    'import("@tocsin/client").then((client) => console.log(Object.keys(client).toSorted().join()))';
  const output = execFileSync(process.execPath, ["--eval", program], { cwd: folder, encoding: "utf8" });
  expect(output.trim()).toBe("TocsinError,createClient");
});

it("a TypeScript program without Node's types is checked against its declarations", () => {
  const check = (program: string): string => {
    writeFileSync(join(folder, "program.mts"), program);
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--lib",
      "es2023,dom",
    ];
    const compiler = resolve(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
    try {
      return execFileSync(process.execPath, [compiler, ...options, "--types", "", "program.mts"], {
        cwd: folder,
        encoding: "utf8",
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  const start =
    'import { createClient } from "@tocsin/client";\nconst client = createClient({ baseUrl: "http://x", accessToken: "t" });\n';
  expect(
    check(`${start}export const id: number = (await client.getCallout({ calloutId: 1 })).body.id;\n`),
  ).toBe("");
  expect(check(`${start}await client.getCallout({ calloutId: "1" });\n`)).toContain("TS2322");
});

it("needs no other package", () => {
  const manifest = JSON.parse(readFileSync(join(client, "package.json"), "utf8")) as Record<string, unknown>;
  expect(manifest).not.toHaveProperty("dependencies");
  expect(manifest).not.toHaveProperty("private");
});
