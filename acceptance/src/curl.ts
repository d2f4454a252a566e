import type { HttpRequest } from "./http-client.ts";

/** Beyond this a body is not written out, beyond that a header is not. */
const maxBodyLength = 4096;
const maxHeaderLength = 1024;

/**
 * The command that repeats a request. The token is left out, so that a log can be shown around: the shell's variable
 * stands for it.
 */
export function curlOf(
  base: URL,
  { method, path, headers, body }: HttpRequest,
  tokens: Readonly<Record<string, string>>,
): string {
  const address = base.origin + base.pathname.replace(/\/$/, "") + path;
  const parts = ["curl -sS -i --path-as-is -X", method, quote(address)];
  for (const [name, value] of Object.entries(headers)) parts.push("-H", headerArgument(name, value, tokens));
  if (!body) return parts.join(" ");
  const text = body.toString("utf8");
  if (body.length > maxBodyLength)
    return `${parts.join(" ")} # with ${body.length} bytes: ${text.slice(0, 60)}…`;
  const isPlain = !text.includes("\0") && Buffer.from(text).equals(body);
  if (isPlain) return [...parts, "--data-raw", quote(text)].join(" ");
  return `printf %s ${body.toString("base64")} | base64 -d | ${parts.join(" ")} --data-binary @-`;
}

function headerArgument(name: string, value: string, tokens: Readonly<Record<string, string>>): string {
  for (const [tenant, token] of Object.entries(tokens)) {
    if (value === `Bearer ${token}`) return `"${name}: Bearer $${variableOf(tenant)}"`;
  }
  if (value.length <= maxHeaderLength) return quote(`${name}: ${value}`);
  return quote(`${name}: (${value.length} characters) ${value.slice(0, 60)}…`);
}

function variableOf(tenant: string): string {
  return tenant === "server" ? "TOKEN" : `${tenant.toUpperCase()}_TOKEN`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
