import { Readable } from "node:stream";

/** An array too long for one piece, sent page by page as fast as the client takes it. */
export function streamJsonArray(pages: AsyncIterable<readonly unknown[]>): Readable {
  return Readable.from(writeArray(pages), { objectMode: false });
}

async function* writeArray(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = "[";
  for await (const page of pages) {
    for (const item of page) {
      yield separator + JSON.stringify(item);
      separator = ",";
    }
  }
  yield separator === "[" ? "[]" : "]";
}
