import type { Dependant, Subscription } from "../../../subscriptions/index.ts";
import { escapeHtml } from "../escape-html.ts";
import { formField } from "../form-field.ts";
import type { HostedPage } from "../hosted-page.ts";

export interface ManageView {
  readonly partnerName: string;
  /** The person whose page it is. */
  readonly customerId: number;
  /** Their own and those that cover them, that have not ended. */
  readonly subscriptions: readonly SubscriptionView[];
  readonly returnUrl: string;
  /** BCP 47; null: en. */
  readonly locale: string | null;
  readonly timeZone: string;
  /** What was just done, or why it was not. */
  readonly note: Note | null;
}

export interface SubscriptionView {
  readonly subscription: Subscription;
  readonly typeName: string;
  readonly mostDependants: number;
  readonly hasBegun: boolean;
}

export interface Note {
  readonly kind: "status" | "alert";
  readonly text: string;
}

/** What a person may do with their subscription: see it, cancel it, say whom it covers. */
export function managePage(view: ManageView): HostedPage {
  const { partnerName, subscriptions, returnUrl, note } = view;
  const title = `Your subscription with ${partnerName}`;
  const parts = subscriptions.map((each) =>
    each.subscription.customerId === view.customerId ? ownPart(each, view) : coveringPart(each, view),
  );
  const content = `<h1>${escapeHtml(title)}</h1>
${note ? `<div role="${note.kind}"><p>${escapeHtml(note.text)}</p></div>` : ""}
${parts.join("\n") || "<p>You have no subscription now.</p>"}
<a class="button quiet" href="${escapeHtml(returnUrl)}">Go back</a>`;
  return { title, content };
}

function ownPart(each: SubscriptionView, view: ManageView): string {
  const { subscription, mostDependants } = each;
  return `<section aria-label="${escapeHtml(each.typeName)}">
${facts(each, view)}
${mostDependants > 0 ? people(each) : ""}
<details>
<summary>Cancel the subscription</summary>
<p>It ends at once, for you and for everybody it covers. It can't be taken back: you would need a new one.</p>
<form method="post">
<input type="hidden" name="subscriptionId" value="${subscription.id}">
<button type="submit" name="action" value="cancel">Yes, cancel it</button>
</form>
</details>
</section>`;
}

function coveringPart(each: SubscriptionView, view: ManageView): string {
  return `<section aria-label="${escapeHtml(each.typeName)}">
${facts(each, view)}
<p>Somebody else has this subscription, and it covers you. Only they can change it.</p>
</section>`;
}

function facts({ subscription, typeName, hasBegun }: SubscriptionView, view: ManageView): string {
  const rows = [
    ["Type", escapeHtml(typeName)],
    [hasBegun ? "Since" : "From", day(subscription.validFrom, view)],
    ["Until", day(subscription.validTo, view)],
  ];
  return `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("")}</dl>`;
}

function people({ subscription, mostDependants }: SubscriptionView): string {
  const { id, dependants } = subscription;
  const items = dependants.map((dependant) => personItem(id, dependant));
  const room = mostDependants - dependants.length;
  return `<h2>Whom it covers beside you</h2>
${items.length > 0 ? `<ul class="people">${items.join("")}</ul>` : "<p>Nobody yet.</p>"}
${room > 0 ? addForm(id, room) : `<p class="hint">It covers ${mostDependants} people, and no more.</p>`}`;
}

function personItem(subscriptionId: number, { id, name, surname }: Dependant): string {
  const who = escapeHtml(`${name} ${surname}`);
  return `<li><form method="post"><span>${who}</span>
<input type="hidden" name="subscriptionId" value="${subscriptionId}">
<input type="hidden" name="customerId" value="${id}">
<button type="submit" name="action" value="remove" class="quiet" aria-label="Remove ${who}">Remove</button></form></li>`;
}

function addForm(subscriptionId: number, room: number): string {
  const who = room === 1 ? "one person more" : `${room} people more`;
  const [mobile, surname] = [
    formField({
      name: "mobile",
      label: "Mobile number",
      type: "tel",
      autocomplete: "off",
      value: "",
      isRequired: true,
    }),
    formField({ name: "surname", label: "Surname", autocomplete: "off", value: "", isRequired: true }),
  ];
  return `<details>
<summary>Add somebody</summary>
<p class="hint">There is room for ${who}. They must be signed up themselves.</p>
<form method="post">
<input type="hidden" name="subscriptionId" value="${subscriptionId}">
${mobile}
${surname}
<button type="submit" name="action" value="add">Add</button>
</form>
</details>`;
}

function day(instant: Temporal.Instant, { locale, timeZone }: ManageView): string {
  const date = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  return `<time datetime="${date}">${escapeHtml(date.toLocaleString(locale ?? "en", { dateStyle: "long" }))}</time>`;
}
