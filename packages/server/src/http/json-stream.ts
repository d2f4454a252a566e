import { Readable } from "node:stream";

/** An array too long for one piece, sent page by page as fast as the client takes it. */
export function streamJsonArray(pages: AsyncIterable<readonly unknown[]>): Readable {
  return Readable.from(writeArray(pages), { objectMode: false });
}

async function* writeArray(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = "";
  yield "[";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + JSON.stringify(page).slice(1, -1);
    separator = ",";
  }
  yield "]";
}
