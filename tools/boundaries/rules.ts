/**
 * Who may import whom: the "May import" paragraph of the architecture, as data.
 *
 * What is not listed is forbidden, for type-only imports too. A file may import what any row that names it
 * allows, and the other files of that row. `files` and `mayImport` are globs over
 * - paths from the root for files of this repository (`packages/domain/src/index.ts`),
 * - `npm:<package>` for packages,
 * - `node` for every module built into Node. `domain` and `wire` have none: they must run in a browser.
 */
export interface Rule {
  /** How a message names the files. */
  readonly room: string;
  readonly files: string;
  readonly mayImport: readonly string[];
  /** What may be imported by `import type` alone. */
  readonly mayImportTypes?: readonly string[];
}

const server = "packages/server/src";
const domain = "packages/domain/src/index.ts";
const wire = "packages/wire/src/index.ts";
const client = "packages/client/src/index.ts";
const documents = "packages/documents/src/index.ts";

const simulator = "apps/simulator/src/index.ts";

/** Tests, and what several of them share. */
const tests = "**/{*.test.ts,testing/**}";

const nouns = [
  "audit",
  "callouts",
  "control-room",
  "coverage",
  "customers",
  "deadlines",
  "demo",
  "departures",
  "devices",
  "dispatch",
  "hosted-sessions",
  "idempotency",
  "leads",
  "locations",
  "notices",
  "operators",
  "partners",
  "person-raises",
  "photos",
  "ratings",
  "reports",
  "responders",
  "safe-codes",
  "scheduled",
  "sessions",
  "streams",
  "subscriptions",
  "webhooks",
];
/** Of a noun the others see its index, never its inner files. */
const nounDoors = `${server}/{${nouns.join(",")}}/index.ts`;
/** What the rooms stand on: it knows none of them. */
const ground = [`${server}/{capabilities,clock,errors}.ts`, `${server}/telemetry/**`];

/** The way out to addresses that others chose. */
const outbound = `${server}/outbound/index.ts`;

const nounRules: readonly Rule[] = nouns.map((noun) => ({
  room: noun,
  files: `${server}/${noun}/**`,
  mayImport: ["node", domain, nounDoors, ...ground, `${server}/db/**`, `${server}/jobs/catalogue.ts`],
  // What goes out does so by the port that the capabilities hold.
  mayImportTypes: [outbound],
}));

export const rules: readonly Rule[] = [
  // Pure data: where telephone numbers are of, and which time zone a place has (docs/decisions/0020 and 0022).
  {
    room: "domain",
    files: "packages/domain/src/**",
    mayImport: ["npm:libphonenumber-js", "npm:@photostructure/tz-lookup"],
  },
  { room: "wire", files: "packages/wire/src/**", mayImport: ["npm:zod"] },
  {
    room: "documents",
    files: "packages/documents/src/**",
    mayImport: [
      "node",
      "npm:@resvg/resvg-js",
      "npm:bidi-js",
      "npm:d3-geo",
      "npm:fontkit",
      "npm:linebreak",
      "npm:pdfkit",
      "npm:subset-font",
      "npm:topojson-client",
    ],
    mayImportTypes: ["npm:geojson", "npm:topojson-specification"],
  },
  // Whoever installs it gets nothing else, not even types.
  { room: "client", files: "packages/client/src/**", mayImport: [] },

  {
    room: "the server's root files",
    files: `${server}/{startup/**,{main,start,context,services,index,operator,data-folder}.ts}`,
    mayImport: ["node", domain, nounDoors, ...ground, `${server}/{config,db,http,jobs,outbound}/**`],
    mayImportTypes: ["npm:fastify"],
  },
  { room: "errors", files: `${server}/errors.ts`, mayImport: [] },
  {
    room: "capabilities",
    files: `${server}/{capabilities,clock}.ts`,
    mayImport: ["node", `${server}/{db,telemetry}/**`],
    mayImportTypes: [outbound],
  },
  {
    room: "http",
    files: `${server}/http/**`,
    mayImport: [
      "node",
      wire,
      nounDoors,
      ...ground,
      `${server}/context.ts`,
      "npm:fastify",
      "npm:fastify-plugin",
      "npm:@fastify/*",
      "npm:csv-stringify",
      "npm:fast-json-stringify",
      "npm:markdown-it",
      "npm:zod",
    ],
    // A handler hands its transaction on to a noun; it has no statement of its own.
    mayImportTypes: [`${server}/db/index.ts`],
  },
  { room: "config", files: `${server}/config/**`, mayImport: ["node", outbound, ...ground, "npm:zod"] },
  { room: "db", files: `${server}/db/**`, mayImport: ["node", ...ground, "npm:pg", "npm:kysely"] },
  // A file that a partner sent is read here, row by row, by the wire's rules.
  {
    room: "jobs",
    files: `${server}/jobs/**`,
    mayImport: ["node", wire, nounDoors, ...ground, `${server}/db/**`, "npm:csv-parse", "npm:pg-boss"],
  },
  // It runs in a thread, which the door of the noun would load all of the noun into.
  {
    room: "the reader of files",
    files: `${server}/jobs/row-reader.ts`,
    mayImport: [`${server}/locations/imports/pack-rows.ts`],
  },
  { room: "outbound", files: `${server}/outbound/**`, mayImport: ["node", ...ground, "npm:undici"] },
  { room: "telemetry", files: `${server}/telemetry/**`, mayImport: ["node", "npm:pino"] },
  ...nounRules,
  // Clients decode the tokens that this noun signs.
  { room: "partners", files: `${server}/partners/**`, mayImport: ["npm:jose"] },
  // Operators write the templates that this noun checks.
  { room: "devices", files: `${server}/devices/**`, mayImport: ["npm:zod"] },
  // The one noun that writes documents.
  { room: "reports", files: `${server}/reports/**`, mayImport: [documents] },
  // It may put the system together in another way than start does.
  {
    room: "a test of the server",
    files: `${server}/${tests}`,
    mayImport: [`${server}/{index,services}.ts`, `${server}/db/index.ts`],
  },
  // What partners verify signatures with.
  { room: "a test of webhooks", files: `${server}/webhooks/${tests}`, mayImport: ["npm:standardwebhooks"] },
  // A strict reader of XML, for what we write.
  { room: "a test of the server", files: `${server}/http/${tests}`, mayImport: ["npm:saxes"] },
  { room: "a test of the whole server", files: `${server}/*.test.ts`, mayImport: [`${server}/**`] },

  {
    room: "testkit",
    files: "packages/testkit/src/**",
    mayImport: [
      "node",
      `${server}/{index,operator}.ts`,
      domain,
      wire,
      "npm:fast-check",
      "npm:pg",
      "npm:vitest",
    ],
  },
  // The operator's door is the one part of the server that the command line reaches.
  {
    room: "cli",
    files: "apps/cli/**",
    mayImport: ["node", `${server}/operator.ts`, simulator, client, wire, domain, "npm:commander"],
  },
  {
    room: "an app",
    files: "apps/{console,responder,simulator}/**",
    mayImport: ["node", client, wire, domain],
  },
  // What a partner writes: it has the client, and nothing of ours beside it.
  { room: "an example", files: "examples/**", mayImport: ["node", client] },
  { room: "acceptance", files: "acceptance/**", mayImport: ["node", client, wire, "npm:zod"] },
  { room: "bench", files: "bench/**", mayImport: ["**"] },
  { room: "tools", files: "{tools/**,*.ts}", mayImport: ["**"] },
  {
    room: "a test of a running system",
    files: `{${server},packages/client/src,apps,examples,acceptance,bench}/${tests}`,
    mayImport: ["packages/testkit/src/index.ts", wire],
  },
  // What reads a document again, and judges its letters.
  {
    room: "a test of documents",
    files: `packages/documents/src/${tests}`,
    mayImport: ["npm:harfbuzzjs", "npm:pngjs", "npm:unpdf"],
  },
  { room: "a test", files: tests, mayImport: ["node", "npm:vitest", "npm:fast-check"] },
];
