import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { invalid } from "../../errors.ts";

const formType = "application/x-www-form-urlencoded";

/** Reads forms in the scope it is given, and in no other. */
export function formBody(scope: FastifyInstance): void {
  scope.addContentTypeParser(formType, { parseAs: "buffer" }, async (_request: unknown, body: Buffer) =>
    parseForm(body),
  );
}

export function isForm({ headers }: Pick<FastifyRequest, "headers">): boolean {
  return headers["content-type"]?.toLowerCase().startsWith(formType) ?? false;
}

/** A member given twice is refused (RFC 6749 §3.2): nobody could tell which one is meant. */
function parseForm(bytes: Buffer): Record<string, string> {
  if (!isUtf8(bytes)) throw invalid("body", "must be valid UTF-8");
  const members = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(bytes.toString("utf8"))) {
    if (members.has(name)) throw invalid(name, "must not be given twice");
    members.set(name, value);
  }
  return Object.fromEntries(members);
}
