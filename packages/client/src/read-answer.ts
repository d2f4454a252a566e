/** The body of an answer: JSON read, text as text, anything else as bytes, undefined when there is none. */
export async function readAnswer(response: Response): Promise<unknown> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return undefined;
  const type = response.headers.get("content-type") ?? "";
  if (/[/+]json\b/.test(type)) return readJson(bytes);
  return /^text\/|xml\b/.test(type) ? new TextDecoder().decode(bytes) : bytes;
}

/** What calls itself JSON and is not (a proxy's page) is given as text. */
function readJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
