import type { Signup } from "../../../hosted-sessions/index.ts";
import { escapeHtml } from "../escape-html.ts";
import { type FormField, formField } from "../form-field.ts";
import type { HostedPage } from "../hosted-page.ts";
import type { FormProblems, FormValues } from "./read-form.ts";

interface FormView {
  /** Who sent the person here. */
  readonly partnerName: string;
  readonly signup: Signup;
  readonly values: FormValues;
  readonly problems: FormProblems;
}

/** The form; with problems, what was written stands in it still. */
export function formPage({ partnerName, signup, values, problems }: FormView): HostedPage {
  const title = `Sign up with ${partnerName}`;
  const fields = [...personFields(), ...siteFields(signup)].map((field) => ({
    ...field,
    value: values[field.name] ?? "",
    problem: problems[field.name],
  }));
  const content = `<h1>${escapeHtml(title)}</h1>
<p>So that help knows who you are and how to reach you.</p>
${problemSummary(fields)}
<form method="post">
${fields.map(formField).join("\n")}
<button type="submit" name="action" value="signup">Sign up</button>
<button type="submit" name="action" value="cancel" class="quiet" formnovalidate>Cancel</button>
</form>`;
  return { title: Object.keys(problems).length > 0 ? `Please check · ${title}` : title, content };
}

type FieldForm = Omit<FormField, "value" | "problem">;

function personFields(): FieldForm[] {
  return [
    { name: "name", label: "First name", autocomplete: "given-name", isRequired: true },
    { name: "surname", label: "Surname", autocomplete: "family-name", isRequired: true },
    {
      name: "mobile",
      label: "Mobile number",
      hint: "Its last four digits are your safe code: you are asked for them when you cancel an alarm.",
      type: "tel",
      autocomplete: "tel",
      isRequired: true,
    },
    { name: "email", label: "E-mail", type: "email", autocomplete: "email", isRequired: false },
  ];
}

function siteFields({ siteDetails }: Signup): FieldForm[] {
  if (!siteDetails) return [];
  const { siteName, formattedAddress, latitude } = siteDetails;
  const address: FieldForm = {
    name: "address",
    label: `Address of ${siteName}`,
    autocomplete: "street-address",
    isRequired: false,
  };
  const coordinates: FieldForm = {
    name: "coordinates",
    label: `Where ${siteName} is on the map`,
    hint: "Latitude and longitude, as maps show them when you press on a place: -26.0919, 28.0840",
    autocomplete: "off",
    isRequired: true,
  };
  return [...(formattedAddress === null ? [address] : []), ...(latitude === null ? [coordinates] : [])];
}

/** All that is wrong, in the order of the fields, each leading to its own. */
function problemSummary(fields: readonly FormField[]): string {
  const items = fields.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [`<li><a href="#${name}">${escapeHtml(problem)}</a></li>`],
  );
  if (items.length === 0) return "";
  return `<div role="alert"><p>You are not signed up yet:</p><ul>${items.join("")}</ul></div>`;
}

const outcomes: Readonly<Record<Exclude<Signup["status"], "pending_verification">, string>> = {
  completed: "You are signed up",
  cancelled: "You did not sign up",
  failed: "The sign-up came to nothing",
};

const reasons: Readonly<Record<NonNullable<Signup["errorCode"]>, string>> = {
  expired: "This page was open for too long. Go back and start again.",
  site_reference_taken: "The place is registered already. Go back: whoever sent you here can tell you more.",
};

/** For who opens the page again when it is over. */
export function outcomePage(
  { status, errorCode }: Pick<Signup, "status" | "errorCode">,
  returnUrl: string,
): HostedPage {
  const title = status === "pending_verification" ? "Signing up" : outcomes[status];
  const content = `<h1>${title}</h1>
<p>${errorCode === null ? "There is nothing more to do here." : reasons[errorCode]}</p>
<a class="button" href="${escapeHtml(returnUrl)}">Go back</a>`;
  return { title, content };
}
