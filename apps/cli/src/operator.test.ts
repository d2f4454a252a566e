import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../bin/tocsin.js", import.meta.url));
const system = useSystem();

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

function tocsin(...args: string[]): Promise<Outcome> {
  const { server, database } = system;
  const DATABASE_URL = `postgresql://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${database}`;
  const env = { PATH: process.env.PATH, DATABASE_URL };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "operator", ...args], { env }, (error, output, complaint) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, complaint });
    });
  });
}

function signIn(username: string, password: string) {
  const body = { username, password };
  return system.request({ method: "POST", path: "/control/v1/sessions", token: null, body });
}

describe("tocsin operator", () => {
  test("create prints a password that opens the control room once it is changed", async () => {
    expect((await tocsin("list")).output).toContain("There is no operator yet.");
    const made = await tocsin("create", "--username", "Dayshift", "--name", "Day Shift", "--role", "admin");
    expect(made).toMatchObject({ exitCode: 0, complaint: "" });
    expect(made.output).toContain("Operator dayshift was created, with the role admin.");
    const password = /password {2}([\w-]{16})\n/.exec(made.output)?.[1] ?? "";
    expect(await signIn("dayshift", password)).toMatchObject({
      status: 201,
      body: { operator: { role: "admin", mustChangePassword: true } },
    });
    expect((await tocsin("list")).output).toMatch(/^dayshift +Day Shift +admin$/m);
    const [entry] = await system.context.db.query({
      text: "select actor_kind, action, body::text from audit_entry where action = 'create-operator'",
    });
    expect(entry).toMatchObject({ actor_kind: "installation", action: "create-operator" });
    expect(JSON.stringify(entry)).not.toContain(password);
  });

  test("reset-password is the way back in, and signs out whoever is signed in", async () => {
    const made = JSON.parse(
      (await tocsin("create", "--username", "nightshift", "--name", "Nightshift", "--json")).output,
    );
    expect(made).toEqual({
      id: expect.any(Number),
      username: "nightshift",
      role: "operator",
      password: expect.any(String),
    });
    const { accessToken: token } = (await signIn("nightshift", made.password)).body;
    const reset = JSON.parse((await tocsin("reset-password", "nightshift", "--json")).output);
    expect((await signIn("nightshift", made.password)).status).toBe(401);
    expect((await signIn("nightshift", reset.password)).status).toBe(201);
    const looks = await system.request({ method: "DELETE", path: "/control/v1/sessions", token });
    expect(looks.status).toBe(401);
  });
});

describe("what goes wrong is said on standard error, with exit code 1 and nothing on standard output", () => {
  test.each([
    [["create", "--name", "x"], "required option '--username <username>' not specified"],
    [
      ["create", "--username", "x", "--name", "X", "--role", "boss"],
      "Allowed choices are operator, supervisor, admin",
    ],
    [
      ["create", "--username", "x", "--name", "X", "--password", "short"],
      "password must be 12 to 256 characters",
    ],
    [["reset-password", "nobody"], 'There is no operator "nobody". There are: '],
  ])("%j", async (args, message) => {
    const { exitCode, output, complaint } = await tocsin(...args);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
    expect(complaint).toContain(message);
  });
});
