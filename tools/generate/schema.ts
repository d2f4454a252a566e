import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeSchema } from "../../packages/server/src/db/describe-schema.ts";
import { createLog, migrate, openDatabase, startEmbeddedPostgres } from "../../packages/server/src/index.ts";
import type { GeneratedFile } from "./generated-file.ts";

const head =
  "-- Written by `npm run gen`: what the migrations add up to. A migration reads here as a diff.\n\n";

/** The schema after all migrations, taken from a PostgreSQL that lives just for it. */
export const schema: GeneratedFile = {
  path: "packages/server/src/db/schema.sql",
  async write() {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-schema-"));
    const log = createLog("silent");
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
    const db = openDatabase(postgres.connection, log, 1);
    try {
      await migrate(db);
      return head + (await describeSchema(db));
    } finally {
      await db.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
