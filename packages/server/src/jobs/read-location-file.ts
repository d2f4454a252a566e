import type { FilePart } from "../locations/index.ts";
import { decodeText, TextError } from "./decode-text.ts";
import { RowReader } from "./row-reader.ts";
import { splitRows } from "./split-rows.ts";

/** So few that other requests come through while they are read. */
const pieceBytes = 8_192;

/** Reads a file of places (RFC 4180, in UTF-8). What is wrong with it comes as errors of its rows. */
export async function* readLocationFile(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<FilePart> {
  const reader = new RowReader();
  const splitter = splitRows(delimiter, (cells) => reader.read(cells));
  try {
    for await (const text of decodeText(bytes, pieceBytes)) {
      reader.note(await splitter.write(text));
      if (reader.isOver) break;
      if (reader.isFull) yield reader.take();
    }
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    reader.note(error.message);
  }
  if (!reader.isOver) reader.note(await splitter.end());
  reader.end();
  yield reader.take();
}
