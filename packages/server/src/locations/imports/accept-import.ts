import type { Capabilities } from "../../capabilities.ts";
import type { Queryable } from "../../db/index.ts";
import type { JobSender } from "../../jobs/catalogue.ts";
import { insertChunk, insertImport } from "./import-store.ts";
import type { ImportOrder, ReceivedFile } from "./types.ts";

/**
 * Takes a file of places: its bytes, what is to be done with them, and the job that does it are on disk together, or nothing
 * is. Returns the import's id.
 */
export async function acceptImport(
  { clock, jobs }: Pick<Capabilities, "clock"> & { readonly jobs: JobSender },
  db: Queryable,
  customerSourceId: number,
  { file, ...order }: ImportOrder & { readonly file: ReceivedFile },
): Promise<number> {
  return db.transaction(async (tx) => {
    const asked = { ...order, bytes: file.bytes };
    const id = await insertImport(tx, customerSourceId, asked, clock.now());
    let number = 0;
    for await (const bytes of file.read()) await insertChunk(tx, { customerSourceId, id }, number++, bytes);
    await jobs.send(tx, "import-locations", { customerSourceId });
    return id;
  });
}
