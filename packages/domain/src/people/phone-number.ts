import { isSupportedCountry, ParseError, parsePhoneNumberWithError } from "libphonenumber-js/min";

/** A number in E.164 (`+27821234567`), or what is wrong with it, in words that follow the member's name. */
export type PhoneNumberReading = { readonly e164: string } | { readonly problem: string };

const example = "such as +27821234567";

const problems: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: `must be a telephone number, ${example}`,
  INVALID_COUNTRY: `must begin with a country code that exists, ${example}`,
  TOO_SHORT: "has too few digits for its country",
  TOO_LONG: "has too many digits for its country",
};

/** Marks of writing direction and spaces of no width: address books put them around a number, and nobody sees them. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Reads a telephone number as people write it: international with + or the region's own prefix for abroad, or national.
 * What has as many digits as numbers of its country may have is taken, assigned or not: tables of the ranges in use are
 * always a little old, and a person with a new number must be able to register.
 * @param region ISO 3166 code of the country that national numbers are of
 */
export function readPhoneNumber(text: string, region: string): PhoneNumberReading {
  try {
    const country = isSupportedCountry(region) ? { defaultCountry: region } : {};
    const number = parsePhoneNumberWithError(text.replace(invisible, "").trim(), {
      ...country,
      extract: false,
    });
    if (number.ext !== undefined) return { problem: "must be a number without an extension" };
    return number.isPossible()
      ? { e164: number.number }
      : { problem: "has another number of digits than numbers of its country have" };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { problem: problems[error.message] ?? `must be a telephone number, ${example}` };
  }
}
