import { AppError } from "../../errors.ts";

/**
 * The token of an Authorization header; undefined when there is none.
 * @param from where a token comes from, for who sent something else
 */
export function bearerToken(header: string | undefined, from: string): string | undefined {
  if (header === undefined) return undefined;
  const match = /^Bearer +([\w.~+/=-]+) *$/i.exec(header);
  if (match?.[1]) return match[1];
  throw noToken(from);
}

export function noToken(from: string): AppError {
  return new AppError("unauthorized", `Send an access token: Authorization: Bearer <token from ${from}>.`);
}
