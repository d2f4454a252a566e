/** The bytes are no text that we read; the message says what would be. */
export class TextError extends Error {}

const replacement = "\uFFFD";

/**
 * Reads UTF-8, a byte order mark left out.
 * @param pieceBytes as much is read at once
 * @throws TextError for anything else, after the text before it
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  pieceBytes: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  for await (const all of bytes) {
    if (isFirst && isUtf16(all)) throw new TextError("the file must be saved as UTF-8; it is UTF-16");
    isFirst = false;
    for (let at = 0; at < all.length; at += pieceBytes) {
      const piece = all.subarray(at, at + pieceBytes);
      const text = attempt(() => decoder.decode(piece, { stream: true }));
      if (text !== null) yield text;
      else {
        const [readable = ""] = new TextDecoder().decode(piece).split(replacement);
        yield readable;
        throw noUtf8();
      }
    }
  }
  if (attempt(() => decoder.decode()) === null) throw noUtf8();
}

function attempt(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function noUtf8(): TextError {
  return new TextError("the file must be saved as UTF-8; what follows is not");
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
