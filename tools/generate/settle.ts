import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { firstDifference } from "./compare.ts";
import type { GeneratedFile } from "./generated-file.ts";

/**
 * Writes a generated file, or with `check` only holds it against its source.
 * @param tell gets a line for a person when the file is not what its source says
 * @returns whether the file is, or now is, what its source says
 */
export async function settle(
  file: GeneratedFile,
  options: { readonly root: string; readonly check: boolean; readonly tell: (line: string) => void },
): Promise<boolean> {
  const { root, check, tell } = options;
  try {
    const generated = await file.write();
    const path = join(root, file.path);
    const committed = await readFile(path, "utf8").catch(() => "");
    const difference = firstDifference(committed, generated);
    if (difference === null) return true;
    tell(`${file.path} ${check ? "is not what its source says" : "written"}; it differs from ${difference}`);
    if (check) return false;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, generated);
    return true;
  } catch (error) {
    tell(`${file.path} cannot be written:\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
