import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../errors.ts";

/** Deeper than any request of the contract; shallower than what makes a parser or a validator run out of stack. */
const maxDepth = 32;

/** A byte order mark, which some libraries write, is left out; what is no UTF-8 is refused. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads JSON bodies: an empty one is absent, and every malformed one says what is wrong with it. */
export function jsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json\s*(;|$)/i,
    { parseAs: "buffer" },
    async (_request: unknown, body: Buffer) => parseJson(body),
  );
  // many libraries name some type or other, or none, although they send nothing
  app.addContentTypeParser("*", async (request: FastifyRequest, body: IncomingMessage) => {
    if (await isSent(request, body))
      throw new AppError("unsupported-media-type", "Send the body as application/json.");
  });
  app.addHook("preParsing", async ({ headers }) => {
    // what is no type at all, such as an empty one, Fastify refuses without asking whether there is a body
    if (!isMediaType(headers["content-type"]) && !mayHaveBody(headers)) delete headers["content-type"];
    const encoding = headers["content-encoding"] ?? "identity";
    if (encoding === "identity") return;
    throw new AppError(
      "unsupported-media-type",
      `Send the body as it is, not in Content-Encoding ${encoding}.`,
    );
  });
}

function isMediaType(text = ""): boolean {
  return /^[^\s/;]+\/[^\s/;]+/.test(text);
}

function mayHaveBody(headers: IncomingHttpHeaders): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

/**
 * Whether a body holds anything. Of one in chunks only its first byte or its end tells: a proxy that takes HTTP/2 in writes
 * an absent body so. It is left flowing: the rest of a refused one is read to its end elsewhere.
 */
async function isSent({ headers }: FastifyRequest, body: IncomingMessage): Promise<boolean> {
  if (headers["transfer-encoding"] === undefined) return mayHaveBody(headers);
  return new Promise((resolve) => {
    body.once("data", () => resolve(true));
    body.once("end", () => resolve(false));
    // who breaks off reads no answer
    body.once("error", () => resolve(true));
  });
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(`The body is not valid JSON: ${(error as Error).message}`);
  }
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed("The body is not valid UTF-8.");
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
