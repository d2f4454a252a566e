import { z } from "zod";
import { besideMembers, refuseMember } from "../across-members.ts";
import { integer, optional, requiredText, text } from "../scalars.ts";

/** Monday first, as weeks are counted. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

const expectedDay = "must be a day: monday … sunday, mon … sun, or 1 (Monday) … 7 or 0 (Sunday)";

/** Names in full or by three letters, in any case; numbers as ISO 8601 and as JavaScript count, which differ in Sunday alone. */
const weekday = z
  .union([z.string(), z.number()], { error: expectedDay })
  .transform((day, context): Weekday => {
    const found = readWeekday(day);
    if (found) return found;
    context.addIssue({ code: "custom", message: expectedDay });
    return z.NEVER;
  });

function readWeekday(day: string | number): Weekday | undefined {
  if (typeof day === "number") return day === 0 ? "sunday" : weekdays[day - 1];
  const name = day.trim().toLowerCase();
  return weekdays.find((each) => each === name || each.slice(0, 3) === name);
}

const expectedDate =
  "must be a date such as 2026-02-28; the time of day belongs into repeatsConfig.startTime";
const date = z.iso.date({ error: ({ input }) => (input === undefined ? undefined : expectedDate) });

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day from 00:00 to 23:59, as HH:mm");

const timeZone = text(64).refine(
  isTimeZone,
  "must be a time zone of the IANA list, such as Africa/Johannesburg",
);

function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    // an offset such as +02:00 is known too, but not daylight saving with it
    return /^[A-Z]/.test(timeZone);
  } catch {
    return false;
  }
}

const repeatsConfig = z
  .object({
    type: z.enum(["single", "repeating"], { error: "must be single or repeating" }),
    startTime: timeOfDay.describe("By the clock on the wall of the place, HH:mm."),
    windowMinutes: integer
      .min(1)
      .max(1440)
      .describe("Somebody must be there within so many minutes of the start; else the visit is missed."),
    daysOfWeek: optional(z.array(weekday).max(7)).describe("Required for repeating: at least one day."),
    intervalWeeks: optional(integer.min(1).max(52)).describe("2: every other week. 1 by default."),
    timeZone: optional(timeZone).describe(
      "Of the IANA list. By default that of the coordinates, else your policy timeZone.",
    ),
  })
  .superRefine(({ type, daysOfWeek }, context) => {
    const isEmpty = daysOfWeek === undefined || (Array.isArray(daysOfWeek) && daysOfWeek.length === 0);
    if (type === "repeating" && isEmpty)
      refuseMember(context, "daysOfWeek", "is required for repeating: at least one day of the week");
  }, besideMembers);

const contactText = (length: number) => optional(text(length));
const contact = z
  .object({
    name: contactText(200),
    mobile: contactText(40),
    mobileNumber: contactText(40).describe("Another name of mobile."),
    email: contactText(320),
  })
  .refine(
    ({ name, mobile, mobileNumber, email }) => Boolean(name ?? mobile ?? mobileNumber ?? email),
    "must have at least one of name, mobile, email",
  )
  .transform(({ name, mobile, mobileNumber, email }) => ({
    name: name ?? null,
    mobile: mobile ?? mobileNumber ?? null,
    email: email ?? null,
  }));

const details = z.object({
  numberOfGuards: optional(integer.min(1).max(100)),
  armedPreference: optional(
    z.union([z.boolean(), text(64)], { error: "must be true, false or a text such as armed" }),
  ),
  contacts: optional(z.array(contact).max(20)).describe("Whom the responder may call."),
});

/** `scheduledRequestConfig` of the newer shape. */
export const scheduleConfig = z
  .object({
    name: requiredText(200),
    specialInstructions: optional(text(4096)).describe("For the responder to read."),
    details: optional(details),
    dateFrom: date.describe("First day, YYYY-MM-DD by the calendar of the place."),
    dateTo: date.describe("Last day. A single service happens on dateFrom."),
    repeatsConfig,
  })
  .superRefine(({ dateFrom, dateTo }, context) => {
    // dates of this form compare as texts
    if (date.safeParse(dateFrom).success && date.safeParse(dateTo).success && dateTo < dateFrom)
      refuseMember(context, "dateTo", `must not be before dateFrom (${dateFrom})`);
  }, besideMembers);
