/**
 * Writes every generated file of the repository.
 *
 *     npm run gen                  writes them
 *     npm run gen -- --check       writes nothing; exits with 1 when a committed file is not what would be written
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { calloutLifecycle } from "./generate/callout-lifecycle.ts";
import { clientOperations, clientSchemas } from "./generate/client.ts";
import { conventionFixtures } from "./generate/convention-fixtures.ts";
import { coverage } from "./generate/coverage.ts";
import { errorIndex } from "./generate/error-index.ts";
import type { GeneratedFile } from "./generate/generated-file.ts";
import { openApiFiles } from "./generate/openapi.ts";
import { schema } from "./generate/schema.ts";
import { settle } from "./generate/settle.ts";
import { webhookExamples } from "./generate/webhook-examples.ts";

/** Others are written from these too. */
const first: readonly GeneratedFile[] = [...webhookExamples, ...conventionFixtures];

const files: readonly GeneratedFile[] = [
  ...openApiFiles,
  schema,
  errorIndex,
  calloutLifecycle,
  coverage,
  clientSchemas,
  clientOperations,
];

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const options = { root: join(import.meta.dirname, ".."), check: values.check, tell: console.log };
const settleAll = (group: readonly GeneratedFile[]) =>
  Promise.all(group.map((file) => settle(file, options)));
const settled = [...(await settleAll(first)), ...(await settleAll(files))];
if (values.check && settled.includes(false))
  console.log("Run `npm run gen`, look at what changed, and commit it.");
process.exitCode = settled.every(Boolean) ? 0 : 1;
