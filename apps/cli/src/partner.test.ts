import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Operator, openOperator } from "@tocsin/server/operator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

let folder: string;
let holder: Operator;

// stands for a Tocsin that runs on the folder: each command shares its PostgreSQL
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tocsin-cli-"));
  holder = await openOperator({ TOCSIN_DATA: folder });
});

afterAll(async () => {
  await holder.close();
  await rm(folder, { recursive: true, force: true });
});

function tocsin(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, TOCSIN_DATA: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "partner", ...args], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, complaint });
    });
  });
}

describe("tocsin partner", () => {
  test("create prints the secret once, and a curl that a shell takes as it is", async () => {
    expect((await tocsin("list")).output).toContain("There is no partner yet.");
    const { exitCode, output, complaint } = await tocsin(
      "create",
      "--client-id",
      "acme",
      "--name",
      "Acme Stores",
    );
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
    const secret = /clientSecret {2}([\w-]{43})\n/.exec(output)?.[1];
    expect(secret).toBeDefined();
    expect(output).toContain(
      `curl 'http://127.0.0.1:8080/panic-api/v2/oauth/token' -H 'Content-Type: application/json' ` +
        `-d '{"clientId":"acme","clientSecret":"${secret}"}'`,
    );
    const quoted = await tocsin("create", "--client-id", "o", "--name", "O'Neill", "--client-secret", "it's");
    expect(quoted.output).toContain(String.raw`-d '{"clientId":"o","clientSecret":"it'\''s"}'`);
  });

  test("--json prints nothing but JSON", async () => {
    const created = await tocsin("create", "--client-id", "machine", "--name", "Machine", "--json");
    expect(JSON.parse(created.output)).toEqual({
      customerSourceId: expect.any(Number),
      clientId: "machine",
      clientSecret: expect.stringMatching(/^[\w-]{43}$/),
      houseAccountId: expect.any(Number),
    });
    const rotated = await tocsin("rotate-secret", "machine", "--json");
    expect(JSON.parse(rotated.output)).toEqual({ clientId: "machine", clientSecret: expect.any(String) });
    const policies = await tocsin("set-policy", "machine", "tokenLifetimeSeconds", "120", "--json");
    expect(JSON.parse(policies.output)).toMatchObject({
      tokenLifetimeSeconds: 120,
      timeZone: "Africa/Johannesburg",
    });
    const listed = JSON.parse((await tocsin("list", "--json")).output);
    expect(listed).toContainEqual(
      expect.objectContaining({
        clientId: "machine",
        liveSecrets: 2,
        policies: { tokenLifetimeSeconds: 120 },
      }),
    );
  });

  test("list, rotate-secret and set-policy say in words what is so now", async () => {
    await holder.createPartner({ clientId: "words", name: "Words" });
    expect((await tocsin("set-policy", "words", "responseTypes", "1, 3")).output).toBe(
      "responseTypes of words is [1,3].\n",
    );
    const { output } = await tocsin("rotate-secret", "words");
    expect(output).toContain("goes on working until the next rotation");
    expect((await tocsin("rotate-secret", "words", "--revoke-old")).output).toContain("no longer work");
    expect((await tocsin("list")).output).toMatch(/^words +Words +\d+ +1 +responseTypes=\[1,3\]$/m);
  });
});

describe("what goes wrong is said on standard error, with exit code 1 and nothing on standard output", () => {
  test.each([
    [["create", "--name", "x"], "required option '--client-id <id>' not specified"],
    [["rotate-secret", "nobody"], 'There is no partner "nobody". There are: '],
    [["set-policy", "acme", "colour", "red"], "policy must be one of tokenLifetimeSeconds, responseTypes, "],
    [["remove", "acme"], "unknown command 'remove'"],
  ])("%j", async (args, message) => {
    const { exitCode, output, complaint } = await tocsin(...args);
    expect(exitCode).toBe(1);
    expect(output).toBe("");
    expect(complaint).toContain(message);
    expect(complaint).not.toContain("    at ");
  });
});
