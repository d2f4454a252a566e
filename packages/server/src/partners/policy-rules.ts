import { type Policies, serviceTypes } from "@tocsin/domain";
import { countryCodes } from "./iso-3166.ts";
import type { PolicyRule } from "./policy-rule.ts";
import { describedResponseTypes, isIntegerWithin, readJson, responseTypeIds } from "./policy-values.ts";
import { timingRule } from "./timing-rule.ts";

/** The policies of panic-v2 §2, all of them and no others. */
export const policyRules: { readonly [Name in keyof Policies]: PolicyRule } = {
  tokenLifetimeSeconds: {
    expected: "a whole number of seconds from 60 to 86400",
    read: readJson,
    accepts: isIntegerWithin(60, 86_400),
  },
  responseTypes: {
    expected: `ids separated by commas, at least one of ${describedResponseTypes}`,
    read: (text) => readList(text).map(readJson),
    accepts: (value) => isListOf(responseTypeIds)(value) && value.length > 0,
  },
  serviceTypes: {
    expected: `none, or names separated by commas, of ${serviceTypes.join(", ")}`,
    read: (text) => (text === "none" ? [] : readList(text)),
    accepts: isListOf(serviceTypes),
  },
  defaultResponseTypeId: {
    expected: `null or one of ${describedResponseTypes}`,
    read: readJson,
    accepts: (value) => value === null || responseTypeIds.some((id) => id === value),
  },
  unknownReferenceStatus: {
    expected: "404 or 400",
    read: readJson,
    accepts: (value) => value === 404 || value === 400,
  },
  tryBeforeSignup: trueOrFalse(),
  legacyCreateChecksSubscription: trueOrFalse(),
  testSupplierId: {
    expected: "null or the id of a supplier (a whole number from 1)",
    read: readJson,
    accepts: (value) => value === null || isIntegerWithin(1, Number.MAX_SAFE_INTEGER)(value),
  },
  defaultRegion: {
    expected: "a country code of ISO 3166-1 with two letters, such as ZA",
    read: (text) => text.toUpperCase(),
    accepts: (value) => typeof value === "string" && countryCodes.has(value),
  },
  timeZone: {
    expected: "a time zone of the IANA list, such as Africa/Johannesburg",
    read: readTimeZone,
    accepts: (value) => typeof value === "string" && readTimeZone(value) === value,
  },
  timing: timingRule,
};

function trueOrFalse(): PolicyRule {
  return {
    expected: "true or false",
    read: readJson,
    accepts: (value) => typeof value === "boolean",
  };
}

function readList(text: string): string[] {
  return text.split(",").map((item) => item.trim());
}

/** In the letter case of the list. An offset such as +02:00 is no zone of the list: it knows no daylight saving. */
function readTimeZone(text: string): string | undefined {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Z]/.test(timeZoneId) ? timeZoneId : undefined;
  } catch {
    return undefined;
  }
}

/** A list of some of `allowed`, none of them twice. */
function isListOf(allowed: readonly unknown[]): (value: unknown) => value is readonly unknown[] {
  return (value): value is readonly unknown[] =>
    Array.isArray(value) &&
    value.every((item) => allowed.includes(item)) &&
    new Set(value).size === value.length;
}
