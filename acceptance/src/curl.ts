import type { HttpRequest } from "./http-client.ts";

/** Beyond this a body is not written out, beyond that a header is not. */
const maxBodyLength = 4096;
const maxHeaderLength = 1024;

/**
 * The command that repeats a request.
 * @param secrets variable of the shell → what it stands for: a log may be shown around, so no secret is written out
 */
export function curlOf(
  base: URL,
  { method, path, headers, body }: HttpRequest,
  secrets: Readonly<Record<string, string>>,
): string {
  const word = (text: string): string => quote(text, secrets);
  const address = base.origin + base.pathname.replace(/\/$/, "") + path;
  const parts = ["curl -sS -i --path-as-is -X", method, word(address)];
  for (const [name, value] of Object.entries(headers)) parts.push("-H", word(`${name}: ${shortened(value)}`));
  if (!body) return parts.join(" ");
  const text = body.toString("utf8");
  if (body.length > maxBodyLength)
    return `${parts.join(" ")} # with ${body.length} bytes: ${text.slice(0, 60)}…`;
  const isPlain = !text.includes("\0") && Buffer.from(text).equals(body);
  if (isPlain) return [...parts, "--data-raw", word(text)].join(" ");
  return `printf %s ${body.toString("base64")} | base64 -d | ${parts.join(" ")} --data-binary @-`;
}

function shortened(value: string): string {
  return value.length <= maxHeaderLength ? value : `(${value.length} characters) ${value.slice(0, 60)}…`;
}

/** One word for the shell, taken literally but for the variables that stand for secrets. */
function quote(text: string, secrets: Readonly<Record<string, string>>): string {
  let word = `'${text.replaceAll("'", `'\\''`)}'`;
  for (const [name, secret] of Object.entries(secrets)) word = word.replaceAll(secret, () => `'"$${name}"'`);
  return word;
}
