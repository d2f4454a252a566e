import { text } from "./scalars.ts";

const local = /^[^\s@"(),:;<>[\\\]]{1,64}$/;
const label = /^[^\s@"(),:;<>[\\\].]{1,63}$/;

/**
 * An e-mail address as people have them: letters of any script (RFC 6531), and what providers gave out though RFC 5321 forbids
 * it, such as two dots in a row. Whether mail arrives there only mail can tell.
 */
export function emailAddress(maxLength: number) {
  return text(maxLength)
    .refine(isEmailAddress, "must be an e-mail address, such as jane@example.com")
    .meta({ maxLength, format: "idn-email" });
}

function isEmailAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  const labels = value.slice(at + 1).split(".");
  return (
    at > 0 &&
    local.test(value.slice(0, at)) &&
    labels.length > 1 &&
    labels.every((each) => label.test(each)) &&
    !/^[0-9]*$/.test(labels.at(-1) ?? "")
  );
}
