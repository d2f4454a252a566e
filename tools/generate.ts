/**
 * Writes every generated file of the repository.
 *
 *     npm run gen                  writes them
 *     npm run gen -- --check       writes nothing; exits with 1 when a committed file is not what would be written
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { calloutLifecycle } from "./generate/callout-lifecycle.ts";
import { firstDifference } from "./generate/compare.ts";
import { errorIndex } from "./generate/error-index.ts";
import type { GeneratedFile } from "./generate/generated-file.ts";
import { openApi } from "./generate/openapi.ts";
import { schema } from "./generate/schema.ts";

const root = join(import.meta.dirname, "..");
const files: readonly GeneratedFile[] = [openApi, schema, errorIndex, calloutLifecycle];

/** True when the file is, or now is, what its source says. */
async function settle(file: GeneratedFile, check: boolean): Promise<boolean> {
  try {
    const generated = await file.write();
    const path = join(root, file.path);
    const committed = await readFile(path, "utf8").catch(() => "");
    const difference = firstDifference(committed, generated);
    if (difference === null) return true;
    console.log(`${file.path} ${check ? "is not what its source says" : "written"}; it differs from ${difference}`);
    if (check) return false;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, generated);
    return true;
  } catch (error) {
    console.log(`${file.path} cannot be written:\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const settled = await Promise.all(files.map((file) => settle(file, values.check)));
if (values.check && settled.includes(false)) console.log("Run `npm run gen`, look at what changed, and commit it.");
process.exitCode = settled.every(Boolean) ? 0 : 1;
