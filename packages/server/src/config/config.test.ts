import { describe, expect, test } from "vitest";
import { decideConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import type { Environment, Variable } from "./env.ts";

const decide = (environment: Environment): ReturnType<typeof decideConfig> =>
  decideConfig(environment, "/srv/tocsin");

function problemsOf(environment: Environment): readonly string[] {
  try {
    decide(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("nothing set", () => {
  test("listens on this machine alone, keeps its data beside itself and shows the demo", () => {
    expect(decide({})).toEqual({
      host: "127.0.0.1",
      port: 8080,
      dataFolder: "/srv/tocsin/.tocsin",
      databaseUrl: null,
      publicUrl: null,
      demo: true,
      demoSpeed: 1,
      logLevel: "info",
      corsOrigins: [],
      router: null,
      outboundAllowed: { hosts: new Set(), ranges: [] },
    });
  });
});

describe("everything set", () => {
  test("is taken as it is said", () => {
    const environment: Record<Exclude<Variable, "TOCSIN_VALHALLA_URL">, string> = {
      TOCSIN_HOST: "0.0.0.0",
      TOCSIN_PORT: "0",
      TOCSIN_DATA: "/var/lib/tocsin",
      DATABASE_URL: "postgresql://tocsin:secret@db.internal:5432/tocsin",
      TOCSIN_PUBLIC_URL: "https://callouts.example.com/alarm/",
      TOCSIN_DEMO: "0",
      TOCSIN_DEMO_SPEED: "2.5",
      TOCSIN_LOG_LEVEL: "debug",
      TOCSIN_CORS_ORIGINS: "https://app.example.com, http://localhost:5173",
      TOCSIN_OSRM_URL: "http://router.internal:5000/",
      TOCSIN_OUTBOUND_ALLOW: "Receiver.internal., 10.20.0.0/16",
    };
    expect(decide(environment)).toEqual({
      host: "0.0.0.0",
      port: 0,
      dataFolder: "/var/lib/tocsin",
      databaseUrl: "postgresql://tocsin:secret@db.internal:5432/tocsin",
      publicUrl: "https://callouts.example.com/alarm",
      demo: false,
      demoSpeed: 2.5,
      logLevel: "debug",
      corsOrigins: ["https://app.example.com", "http://localhost:5173"],
      router: { kind: "osrm", url: "http://router.internal:5000" },
      outboundAllowed: {
        hosts: new Set(["receiver.internal"]),
        ranges: [{ family: "ipv4", first: 0x0a14_0000n, last: 0x0a14_ffffn }],
      },
    });
  });

  test("the router may be a Valhalla", () => {
    const { router } = decide({ TOCSIN_VALHALLA_URL: "https://valhalla.example.com/matrix" });
    expect(router).toEqual({ kind: "valhalla", url: "https://valhalla.example.com/matrix" });
  });

  test("a relative data folder starts from the working folder", () => {
    expect(decide({ TOCSIN_DATA: "../data" }).dataFolder).toBe("/srv/data");
  });
});

describe("the demo", () => {
  test.each(["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])("is on by itself on %s", (host) => {
    expect(decide({ TOCSIN_HOST: host }).demo).toBe(true);
    expect(decide({ TOCSIN_HOST: host, TOCSIN_DEMO: "0" }).demo).toBe(false);
  });

  test.each(["0.0.0.0", "::", "10.0.0.5", "localhost.example.com", "128.0.0.1"])(
    "is off by itself on %s, and asking for it there is refused with the reason",
    (host) => {
      expect(decide({ TOCSIN_HOST: host }).demo).toBe(false);
      expect(problemsOf({ TOCSIN_HOST: host, TOCSIN_DEMO: "1" })).toEqual([
        `TOCSIN_DEMO is 1, but TOCSIN_HOST is ${host}, which other machines may reach, and everybody knows the demo's secrets. ` +
          "Unset TOCSIN_DEMO, or set TOCSIN_HOST to 127.0.0.1.",
      ]);
    },
  );
});

describe("a bad value is refused by its name", () => {
  test.each<[Variable, string]>([
    ["TOCSIN_HOST", "not a host"],
    ["TOCSIN_HOST", "127.0.0.256"],
    ["TOCSIN_HOST", "127.0.0.1:8080"],
    ["TOCSIN_HOST", "http://127.0.0.1"],
    ["TOCSIN_DEMO_SPEED", "fast"],
    ["TOCSIN_DEMO_SPEED", "-1"],
    ["TOCSIN_DEMO_SPEED", "101"],
    ["TOCSIN_PORT", "http"],
    ["TOCSIN_PORT", "65536"],
    ["TOCSIN_PORT", "-1"],
    ["TOCSIN_PORT", "80.5"],
    ["TOCSIN_PORT", "0x50"],
    ["DATABASE_URL", "localhost:5432/tocsin"],
    ["DATABASE_URL", "mysql://localhost/tocsin"],
    ["TOCSIN_PUBLIC_URL", "callouts.example.com"],
    ["TOCSIN_PUBLIC_URL", "ftp://callouts.example.com"],
    ["TOCSIN_PUBLIC_URL", "https://callouts.example.com/?a=b"],
    ["TOCSIN_PUBLIC_URL", "https://me:secret@callouts.example.com"],
    ["TOCSIN_DEMO", "yes"],
    ["TOCSIN_OSRM_URL", "router.internal:5000"],
    ["TOCSIN_VALHALLA_URL", "https://me:secret@router.internal"],
    ["TOCSIN_LOG_LEVEL", "loud"],
    ["TOCSIN_CORS_ORIGINS", "*"],
    ["TOCSIN_CORS_ORIGINS", "https://app.example.com/"],
    ["TOCSIN_CORS_ORIGINS", "https://app.example.com,app.example.org"],
    ["TOCSIN_OUTBOUND_ALLOW", "http://receiver.internal"],
    ["TOCSIN_OUTBOUND_ALLOW", "127.0.0.1:9000"],
    ["TOCSIN_OUTBOUND_ALLOW", "receiver.internal, 10.0.0.0/33"],
    ["TOCSIN_OUTBOUND_ALLOW", "*.internal"],
  ])("%s=%s", (variable, text) => {
    expect(problemsOf({ [variable]: text })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} .*give `)),
    ]);
  });

  test("one router is asked, not two", () => {
    const both = { TOCSIN_OSRM_URL: "http://a.internal", TOCSIN_VALHALLA_URL: "http://b.internal" };
    expect(problemsOf(both)).toEqual([
      expect.stringMatching(/^TOCSIN_OSRM_URL and TOCSIN_VALHALLA_URL .*the one/),
    ]);
  });

  test("all of them at once", () => {
    const problems = problemsOf({
      TOCSIN_HOST: "?",
      TOCSIN_PORT: "?",
      DATABASE_URL: "?",
      TOCSIN_PUBLIC_URL: "?",
      TOCSIN_DEMO: "?",
      TOCSIN_LOG_LEVEL: "?",
      TOCSIN_CORS_ORIGINS: "?",
      TOCSIN_OSRM_URL: "?",
      TOCSIN_OUTBOUND_ALLOW: "?",
    });
    expect(problems.map((problem) => problem.split(" ", 1)[0]).toSorted()).toEqual([
      "DATABASE_URL",
      "TOCSIN_CORS_ORIGINS",
      "TOCSIN_DEMO",
      "TOCSIN_HOST",
      "TOCSIN_LOG_LEVEL",
      "TOCSIN_OSRM_URL",
      "TOCSIN_OUTBOUND_ALLOW",
      "TOCSIN_PORT",
      "TOCSIN_PUBLIC_URL",
    ]);
  });

  test("a password is never repeated", () => {
    expect(problemsOf({ DATABASE_URL: "postgres//me:hunter2@host" }).join()).not.toContain("hunter2");
    expect(problemsOf({ TOCSIN_PUBLIC_URL: "https://me:hunter2@host" }).join()).not.toContain("hunter2");
    expect(problemsOf({ TOCSIN_OSRM_URL: "https://me:hunter2@host" }).join()).not.toContain("hunter2");
  });
});
