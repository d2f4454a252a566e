import { expect, it } from "vitest";
import { writeTree } from "../testing/write-tree.ts";
import { runCheck } from "./run-check.ts";

const script = (source: string) => `${writeTree({ "script.ts": source })}/script.ts`;

it("holds when its script ends well", async () => {
  const check = { name: "calm", command: [script("process.exit(0);")] } as const;
  expect(await runCheck(check, false)).toMatchObject({ ok: true });
});

it("fails when its script does, with all that was written to either stream", async () => {
  const source = 'console.log("what"); console.error("where"); process.exitCode = 2;';
  const result = await runCheck({ name: "strict", command: [script(source)] }, false);
  expect(result).toMatchObject({ ok: false, output: expect.stringMatching(/what[^]*where|where[^]*what/) });
});

it("fails when its script is not there, and says so", async () => {
  const result = await runCheck({ name: "absent", command: ["tools/never-written.ts"] }, false);
  expect(result).toMatchObject({ ok: false, output: expect.stringContaining("never-written.ts") });
});

it("fails when its script is killed, and says by what", async () => {
  const killed = script('process.kill(process.pid, "SIGKILL");');
  const result = await runCheck({ name: "killed", command: [killed] }, false);
  expect(result).toMatchObject({ ok: false, output: expect.stringContaining("SIGKILL") });
});

it("repairs instead of complaining where it was asked to and can", async () => {
  const check = {
    name: "format",
    command: [script("process.exit(1);")],
    fix: [script("process.exit(0);")],
  } as const;
  expect(await runCheck(check, false)).toMatchObject({ ok: false });
  expect(await runCheck(check, true)).toMatchObject({ ok: true });
});
