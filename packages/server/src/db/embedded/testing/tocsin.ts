import { startEmbeddedPostgres } from "../index.ts";

/** Stands for a whole Tocsin in tests that kill one: starts PostgreSQL, says how to reach it, then runs until it dies. */
const [dataDir = "", transport = "socket"] = process.argv.slice(2);
const silent = { info() {}, warn() {}, error() {} };

// As the server does, which drains first.
process.on("SIGINT", () => {});
const postgres = await startEmbeddedPostgres({
  dataDir,
  log: silent,
  transport: transport as "socket" | "tcp",
});
process.stdout.write(`${JSON.stringify(postgres.connection)}\n`);
