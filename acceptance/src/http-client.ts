import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { type Json, parseJson } from "./json.ts";

export interface HttpRequest {
  readonly method: string;
  /** Goes out as it is: doubled slashes and percent-encoding are part of what is tried. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; a header sent twice is joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly body: Json | undefined;
}

const limitSeconds = 30;

/**
 * Sends one request on a connection of its own. Not `fetch`: that would rewrite the path.
 * @param base scheme, host and, for a server behind a prefix, the prefix
 */
export function send(base: URL, { method, path, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const request = base.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent: false,
      hostname: base.hostname,
      port: base.port,
      method,
      path: base.pathname.replace(/\/$/, "") + path,
      headers: { ...headers, ...lengthOf(headers, body) },
      signal: AbortSignal.timeout(limitSeconds * 1000),
    });
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const received = Object.entries(incoming.headers).map(([name, value]) => [
          name,
          [value].flat().join(", "),
        ]);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(received) as Record<string, string>,
          text,
          body: parseJson(text),
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Every body says how long it is, but one that is to go out in chunks. */
function lengthOf(headers: HttpRequest["headers"], body: Buffer | undefined): Record<string, string> {
  return body && !("transfer-encoding" in headers) ? { "content-length": String(body.length) } : {};
}
