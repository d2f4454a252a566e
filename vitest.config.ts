import { defineConfig } from "vitest/config";
import { installedPostgresFolder } from "./packages/testkit/src/installed-postgres.ts";
import { prepareEnvironment } from "./packages/testkit/src/prepare-environment.ts";

prepareEnvironment();

const exclude = ["**/node_modules/**"];

/** What needs no database starts at once. */
const pure = ["{packages/{documents,domain,wire},tools}/**/*.test.ts"];

/** What speaks SQL runs a second time on the machine's own PostgreSQL, the oldest version that is supported. */
const onInstalledPostgres = {
  extends: true as const,
  test: {
    name: "installed-postgres",
    include: [
      "packages/server/src/{callouts,control-room,coverage,db,deadlines,demo,departures,devices,dispatch,idempotency,jobs,locations,notices,operators,partners,reports,responders,scheduled,sessions,streams,subscriptions,webhooks}/**/*.test.ts",
      // nouns whose statements are reached over HTTP alone: one pass of each operation that goes well
      "packages/server/src/http/panic-v2/{customer-signup,customers,devices,leads,ratings,subscription-management,subscriptions}/**/20?.test.ts",
      "packages/server/src/http/{panic-v2/callouts/cancel-callout,responder/add-assignment-photo}/20?.test.ts",
    ],
    exclude: [
      ...exclude,
      "**/embedded/**",
      "**/*.crash.test.ts",
      // long, and without a statement that the files beside them do not send too
      "**/dispatch/{ranking.property,stampede,storm,timing-by-type}.test.ts",
      "**/reports/draughtsman.test.ts",
    ],
    globalSetup: ["packages/testkit/src/global-setup-installed.ts"],
  },
};

if (!installedPostgresFolder()) {
  console.warn(
    "NOT RUN: the tests on an installed PostgreSQL (Debian's package postgresql is not on this machine).",
  );
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // every file has a database of its own; loading the server anew for each would cost more than its tests
    isolate: false,
    hookTimeout: 60_000,
    setupFiles: ["packages/testkit/src/seed-properties.ts"],
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "pure", include: pure, exclude } },
      {
        extends: true,
        test: {
          name: "system",
          include: ["{packages,apps,examples,tools,acceptance,bench}/**/*.test.ts"],
          exclude: [...exclude, ...pure],
          globalSetup: ["packages/testkit/src/global-setup.ts"],
        },
      },
      ...(installedPostgresFolder() ? [onInstalledPostgres] : []),
    ],
  },
});
