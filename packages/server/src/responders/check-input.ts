import { findRow, responseTypes } from "@tocsin/domain";
import { invalid } from "../errors.ts";

const longestName = 200;
const loginForm = /^[a-z0-9][a-z0-9._~@+-]{0,63}$/;
const pinForm = /^[0-9]{4,8}$/;

export function checkName(field: string, text: string): void {
  if (text.trim() !== "" && text.length <= longestName && text.isWellFormed() && !text.includes("\0")) return;
  throw invalid(field, `must be 1 to ${longestName} characters of text and not blank`);
}

/** Logins are kept in lower case: a telephone's keyboard likes to begin with a capital letter. */
export function readLogin(login: string): string {
  const lower = login.toLowerCase();
  if (loginForm.test(lower)) return lower;
  throw invalid("login", "must be 1 to 64 letters, digits and . _ ~ @ + - and start with a letter or digit");
}

export function checkPin(pin: string): void {
  if (!pinForm.test(pin)) throw invalid("pin", "must be 4 to 8 digits");
}

export function checkResponseTypes(ids: readonly number[]): void {
  const known = responseTypes.map(({ id }) => id);
  if (ids.length > 0 && new Set(ids).size === ids.length && ids.every((id) => findRow(responseTypes, id)))
    return;
  throw invalid("responseTypes", `must be one or several of ${known.join(", ")}, each once`);
}
