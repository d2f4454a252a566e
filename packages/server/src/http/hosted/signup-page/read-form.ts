import { createCustomerRequest, describeIssues, latitudeText, longitudeText, text } from "@tocsin/wire";
import { judgeMobile } from "../../../customers/index.ts";
import type { Signup, SignupForm } from "../../../hosted-sessions/index.ts";

/** What stands in the form, by field. */
export type FormValues = Readonly<Record<string, string | undefined>>;
/** Field → what is wrong with it, for who wrote it. */
export type FormProblems = Readonly<Record<string, string>>;

export type ReadForm =
  | { readonly form: SignupForm; readonly problems: null }
  | { readonly form: null; readonly problems: FormProblems };

const advice: Readonly<Record<string, string>> = {
  name: "Write your first name.",
  surname: "Write your surname.",
  mobile: "Write your mobile number, such as +27 82 555 0100.",
  email: "Write an e-mail address such as thandi@example.com, or leave it empty.",
};
const addressAdvice = "Write the address in at most 1,024 characters.";
const coordinatesAdvice = "Write latitude and longitude as two decimal numbers, such as -26.0919, 28.0840.";

/**
 * Reads what a person wrote: all that is wrong with it at once, in words for people.
 * @param region ISO 3166 country of national numbers
 */
export function readForm(values: FormValues, { siteDetails }: Signup, region: string): ReadForm {
  const { name, surname, mobile, email } = values;
  const person = createCustomerRequest.safeParse({ customer: { name, surname, mobile, email } });
  const problems: Record<string, string> = {};
  for (const { field } of person.success ? [] : describeIssues(person.error.issues)) {
    const member = field.replace("customer.", "");
    problems[member] = advice[member] ?? "";
  }
  if (!problems.mobile && judgeMobile(mobile ?? "", region) !== undefined)
    problems.mobile = advice.mobile ?? "";
  const site = siteDetails && readSite(values, siteDetails, problems);
  if (!person.success || Object.keys(problems).length > 0) return { form: null, problems };
  const read = person.data.person;
  const form = {
    name: read.name,
    surname: read.surname,
    mobile: read.mobile,
    email: read.details.email ?? null,
    site,
  };
  return { form, problems: null };
}

/** What the partner said of the place, and what the person wrote where it did not. */
function readSite(
  values: FormValues,
  known: NonNullable<Signup["siteDetails"]>,
  problems: Record<string, string>,
): SignupForm["site"] {
  const address = text(1024).safeParse(values.address?.trim() ?? "");
  if (known.formattedAddress === null && !address.success) problems.address = addressAdvice;
  const formattedAddress = known.formattedAddress ?? (address.data || null);
  if (known.latitude !== null && known.longitude !== null)
    return { latitude: known.latitude, longitude: known.longitude, formattedAddress };
  const [, north, east] =
    /^\s*([+-]?[\d.]+)\s*[,;\s]\s*([+-]?[\d.]+)\s*$/.exec(values.coordinates ?? "") ?? [];
  const [latitude, longitude] = [latitudeText.safeParse(north), longitudeText.safeParse(east)];
  if (latitude.success && longitude.success)
    return { latitude: latitude.data, longitude: longitude.data, formattedAddress };
  problems.coordinates = coordinatesAdvice;
  return null;
}
