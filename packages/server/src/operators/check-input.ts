import { invalid } from "../errors.ts";

const usernameForm = /^[a-z0-9][a-z0-9._~@+-]{0,63}$/;
const longestName = 200;
/** Long rather than colourful: no rule about digits and capitals (NIST SP 800-63B §3.1.1.2). */
const shortestPassword = 12;
const longestPassword = 256;

/** Usernames are kept in lower case. */
export function readUsername(username: string): string {
  const lower = username.toLowerCase();
  if (usernameForm.test(lower)) return lower;
  throw invalid(
    "username",
    "must be 1 to 64 letters, digits and . _ ~ @ + - and start with a letter or digit",
  );
}

export function checkName(name: string): void {
  if (name.trim() !== "" && name.length <= longestName && isKeepable(name)) return;
  throw invalid("name", `must be 1 to ${longestName} characters of text and not blank`);
}

export function checkPassword(field: string, password: string): void {
  if (password.length >= shortestPassword && password.length <= longestPassword && isKeepable(password))
    return;
  throw invalid(field, `must be ${shortestPassword} to ${longestPassword} characters of text`);
}

function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
