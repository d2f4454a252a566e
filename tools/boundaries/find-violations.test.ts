import { expect, it } from "vitest";
import { writeTree } from "../testing/write-tree.ts";
import { findViolations } from "./find-violations.ts";
import { rules } from "./rules.ts";

const workspace = (name: string, exports: Record<string, string>) =>
  JSON.stringify({ name: `@tocsin/${name}`, exports });
const manifests = {
  "package.json": JSON.stringify({ workspaces: ["packages/*", "apps/*", "acceptance"] }),
  "packages/client/package.json": workspace("client", { ".": "./src/index.ts" }),
  "packages/domain/package.json": workspace("domain", { ".": "./src/index.ts" }),
  "packages/wire/package.json": workspace("wire", { ".": "./src/index.ts" }),
  "packages/server/package.json": workspace("server", {
    ".": "./src/index.ts",
    "./operator": "./src/operator.ts",
  }),
  "packages/testkit/package.json": workspace("testkit", { ".": "./src/index.ts" }),
  "apps/cli/package.json": workspace("cli", {}),
  "acceptance/package.json": workspace("acceptance", {}),
};

function violationsOf(files: Record<string, string>) {
  return findViolations(writeTree({ ...manifests, ...files }), rules);
}

it.each([
  ["packages/domain/src/index.ts", ["./callout/state.ts"]],
  ["packages/domain/src/callout/state.test.ts", ["./state.ts", "vitest", "fast-check", "node:fs"]],
  ["packages/wire/src/index.ts", ["zod", "zod/mini"]],
  ["packages/server/src/main.ts", ["./start.ts", "./http/app.ts", "./callouts/index.ts", "./config/env.ts"]],
  [
    "packages/server/src/http/panic-v2/callouts/raise/route.ts",
    ["../../../../callouts/index.ts", "@tocsin/wire"],
  ],
  [
    "packages/server/src/http/panic-v2/callouts/raise/201.test.ts",
    ["@tocsin/testkit", "@tocsin/wire", "vitest"],
  ],
  ["packages/server/src/callouts/raise.ts", ["./store.ts", "../dispatch/index.ts", "../jobs/catalogue.ts"]],
  [
    "packages/server/src/callouts/raise.ts",
    ["@tocsin/domain", "../db/index.ts", "../errors.ts", "node:crypto"],
  ],
  ["packages/server/src/jobs/import-people.ts", ["../customers/index.ts", "./queue.ts"]],
  ["packages/testkit/src/index.ts", ["@tocsin/server", "pg"]],
  ["apps/cli/src/main.ts", ["@tocsin/server/operator", "commander"]],
  ["acceptance/src/main.ts", ["@tocsin/wire", "node:util"]],
  ["tools/generate.ts", ["../packages/server/src/http/app.ts", "anything"]],
])("lets %s import %s", (file, specifiers) => {
  const source = specifiers.map((specifier) => `import "${specifier}";`).join("\n");
  expect(violationsOf({ [file]: source })).toEqual([]);
});

it.each([
  ["packages/domain/src/index.ts", "zod", "domain may not import npm:zod"],
  ["packages/domain/src/index.ts", "node:fs", "domain may not import node"],
  ["packages/domain/src/index.ts", "fs", "domain may not import node"],
  ["packages/wire/src/index.ts", "@tocsin/domain", "wire may not import packages/domain/src/index.ts"],
  ["packages/wire/src/index.ts", "node:crypto", "wire may not import node"],
  ["packages/server/src/errors.ts", "./clock.ts", "errors may not import packages/server/src/clock.ts"],
  ["packages/server/src/http/app.ts", "@tocsin/domain", "http may not import packages/domain/src/index.ts"],
  [
    "packages/server/src/http/app.ts",
    "../callouts/raise.ts",
    "http may not import packages/server/src/callouts/raise.ts",
  ],
  [
    "packages/server/src/http/app.ts",
    "../db/index.ts",
    "http may not import packages/server/src/db/index.ts",
  ],
  ["packages/server/src/http/app.ts", "express", "http may not import npm:express"],
  [
    "packages/server/src/callouts/raise.ts",
    "../http/app.ts",
    "callouts may not import packages/server/src/http/app.ts",
  ],
  [
    "packages/server/src/callouts/raise.ts",
    "@tocsin/wire",
    "callouts may not import packages/wire/src/index.ts",
  ],
  [
    "packages/server/src/callouts/raise.ts",
    "../config/env.ts",
    "callouts may not import packages/server/src/config/env.ts",
  ],
  [
    "packages/server/src/callouts/raise.ts",
    "../dispatch/rank.ts",
    "callouts may not import packages/server/src/dispatch/rank.ts",
  ],
  [
    "packages/server/src/callouts/raise.ts",
    "../jobs/queue.ts",
    "callouts may not import packages/server/src/jobs/queue.ts",
  ],
  [
    "packages/server/src/callouts/raise.ts",
    "@tocsin/testkit",
    "callouts may not import packages/testkit/src/index.ts",
  ],
  [
    "packages/server/src/db/migrate.ts",
    "../callouts/index.ts",
    "db may not import packages/server/src/callouts/index.ts",
  ],
  [
    "packages/server/src/config/config.ts",
    "../http/app.ts",
    "config may not import packages/server/src/http/app.ts",
  ],
  [
    "packages/server/src/jobs/import.ts",
    "../customers/read-csv.ts",
    "jobs may not import packages/server/src/customers/read-csv.ts",
  ],
  [
    "packages/server/src/telemetry/log.ts",
    "@tocsin/wire",
    "telemetry may not import packages/wire/src/index.ts",
  ],
  ["packages/testkit/src/index.ts", "fastify", "testkit may not import npm:fastify"],
  ["apps/cli/src/main.ts", "@tocsin/server", "cli may not import packages/server/src/index.ts"],
  ["apps/cli/src/main.ts", "@tocsin/server/src/start.ts", "cli may not import @tocsin/server/src/start.ts"],
  ["acceptance/src/main.ts", "@tocsin/domain", "acceptance may not import packages/domain/src/index.ts"],
])("%s must not import %s", (file, specifier, rule) => {
  expect(violationsOf({ [file]: `\nimport "${specifier}";` })).toEqual([{ file, line: 2, specifier, rule }]);
});

it("counts what is imported for its type alone", () => {
  const found = violationsOf({
    "packages/server/src/callouts/raise.ts": 'import type { A } from "@tocsin/wire";',
  });
  expect(found).toMatchObject([{ rule: "callouts may not import packages/wire/src/index.ts" }]);
});

it("gives the client and the examples nothing that whoever installs the client does not have", () => {
  for (const statement of ['import type { A } from "@tocsin/wire";', 'import { a } from "@tocsin/wire";']) {
    expect(violationsOf({ "packages/client/src/index.ts": statement })).toMatchObject([
      { rule: "client may not import packages/wire/src/index.ts" },
    ]);
    expect(violationsOf({ "examples/button/src/main.ts": statement })).toHaveLength(1);
  }
  const client = 'import { createClient } from "@tocsin/client";';
  expect(violationsOf({ "examples/button/src/main.ts": client })).toEqual([]);
});

it("lets http hand a transaction on, and nothing more of the database", () => {
  const file = "packages/server/src/http/route.ts";
  expect(violationsOf({ [file]: 'import type { Queryable } from "../db/index.ts";' })).toEqual([]);
  expect(violationsOf({ [file]: 'import type { Pool } from "../db/database.ts";' })).toHaveLength(1);
});

it("wants a package imported by its name, even by those who may import it", () => {
  const found = violationsOf({ "packages/testkit/src/index.ts": 'import "../../server/src/index.ts";' });
  expect(found).toMatchObject([{ rule: expect.stringContaining("import it as @tocsin/server") }]);
});

it("refuses an import that only the running program knows", () => {
  const found = violationsOf({ "packages/server/src/jobs/queue.ts": "await import(process.argv[2]);" });
  expect(found).toMatchObject([
    { specifier: "process.argv[2]", rule: expect.stringContaining("plain string") },
  ]);
});

it("wants a row for every folder that imports anything", () => {
  const found = violationsOf({ "packages/server/src/cellar/index.ts": 'import "zod";' });
  expect(found).toMatchObject([{ rule: expect.stringContaining("no rule names this file") }]);
});
