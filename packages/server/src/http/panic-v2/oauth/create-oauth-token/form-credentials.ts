import type { TokenForm } from "@tocsin/wire";
import { AppError, type FieldError, invalid } from "../../../../errors.ts";

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The pair of a form request: in the form, or in HTTP Basic (RFC 6749 §2.3.1). Not the secret in both, which could differ.
 * @param authorization the header as it came; any other scheme than Basic does not matter here
 * @throws AppError `invalid-request`
 */
export function readFormCredentials(form: TokenForm, authorization: unknown): Credentials {
  if (typeof authorization !== "string" || !/^Basic\b/i.test(authorization)) return readForm(form);
  const pair = readBasic(authorization);
  if (form.client_secret !== undefined)
    throw invalid("client_secret", "must stand in the form or in HTTP Basic, not in both");
  if ((form.client_id ?? pair.clientId) !== pair.clientId)
    throw invalid("client_id", "must be the one in HTTP Basic");
  return pair;
}

function readForm({ client_id: clientId, client_secret: clientSecret }: TokenForm): Credentials {
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  const message = "is required, in the form or in HTTP Basic";
  const fields: FieldError[] = [];
  if (clientId === undefined) fields.push({ field: "client_id", message });
  if (clientSecret === undefined) fields.push({ field: "client_secret", message });
  throw new AppError("invalid-request", fields.map(({ field }) => `${field} ${message}`).join("; "), {
    fields,
  });
}

function readBasic(authorization: string): Credentials {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(authorization)?.[1] ?? "";
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  const clientId = decodeHalf(text.slice(0, colon));
  const clientSecret = decodeHalf(text.slice(colon + 1));
  if (colon > 0 && clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  throw invalid("Authorization", "must be Basic and base64 of clientId:clientSecret, each percent-encoded");
}

/** Each half is encoded like a member of a form. Undefined for what cannot be text: a NUL, a stray percent sign. */
function decodeHalf(half: string): string | undefined {
  try {
    const text = decodeURIComponent(half.replaceAll("+", " "));
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
