import { readPhoneNumber } from "@tocsin/domain";
import { invalid } from "../errors.ts";

/** What is wrong with a mobile where national numbers are of `region`; undefined: nothing. */
export function judgeMobile(text: string, region: string): string | undefined {
  const reading = readPhoneNumber(text, region);
  return "problem" in reading ? reading.problem : undefined;
}

/** The mobile in E.164. @throws AppError `invalid-request` */
export function normaliseMobile(text: string, region: string): string {
  const reading = readPhoneNumber(text, region);
  if ("problem" in reading) throw invalid("mobile", reading.problem);
  return reading.e164;
}

const earliestBirth = Temporal.PlainDate.from("1875-01-01");

/**
 * What is wrong with a date of birth; undefined: nothing. It is a day where the person is, so the first place on earth that has
 * reached it is enough. What is no date that exists, written YYYY-MM-DD, is for the schema to refuse.
 */
export function judgeDateOfBirth(text: string, now: Temporal.Instant): string | undefined {
  const day = readDate(text);
  if (!day) return undefined;
  const today = now.toZonedDateTimeISO("+14:00").toPlainDate();
  if (Temporal.PlainDate.compare(day, today) > 0) return "must not lie in the future";
  if (Temporal.PlainDate.compare(day, earliestBirth) < 0) return `must be ${earliestBirth} or later`;
  return undefined;
}

function readDate(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
