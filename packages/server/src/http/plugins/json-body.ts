import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../errors.ts";

/** Deeper than any request of the contract; shallower than what makes a parser or a validator run out of stack. */
const maxDepth = 32;

/** Reads JSON bodies: an empty one is absent, and every malformed one says what is wrong with it. */
export function jsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json/,
    { parseAs: "buffer" },
    async (_request: unknown, body: Buffer) => parseJson(body),
  );
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw malformed("The body is not valid UTF-8.");
  const text = bytes.toString("utf8");
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(`The body is not valid JSON: ${(error as Error).message}`);
  }
}

function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x22) inString = !inString;
    else if (inString) index += character === 0x5c ? 1 : 0;
    else if (character === 0x7b || character === 0x5b) depth++;
    else if (character === 0x7d || character === 0x5d) depth--;
    if (depth > maxDepth) throw malformed(`The body nests deeper than ${maxDepth} levels.`);
  }
}

function malformed(message: string): AppError {
  return new AppError("malformed-json", message, { fields: [{ field: "body", message }] });
}
