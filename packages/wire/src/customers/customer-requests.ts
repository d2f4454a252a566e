import { z } from "zod";
import { besideMembers, required } from "../across-members.ts";
import { isObject } from "../is-object.ts";
import { id, optional } from "../scalars.ts";
import { refuseEmptyWindow, subscriptionTypeId, windowMembers } from "../subscriptions/window.ts";
import { olderNames, personMembers } from "./customer-members.ts";

const person = z.object(personMembers);
type PersonBody = z.infer<typeof person>;

const envelope = optional(person).describe("The person. The older shape has these members at top level.");

/**
 * Body of POST /customers: `{customer, subscription?, subscriptionId?}`, or the older flat one. Where there is an envelope,
 * what stands beside it is no part of the person. Read, it has the newer names alone.
 */
export const createCustomerRequest = personBody({
  subscription: optional(
    z.object({ subscriptionTypeId, ...windowMembers }).superRefine(refuseEmptyWindow, besideMembers),
  ).describe("A subscription to begin with the customer."),
  subscriptionId: optional(id).describe(
    "A family subscription of yours that is to cover the customer. Not together with `subscription`.",
  ),
})
  .superRefine(requirePerson, besideMembers)
  .superRefine(({ subscription, subscriptionId }, context) => {
    if (subscription === undefined || subscriptionId === undefined) return;
    const message = "can't be together with subscription: send one of the two";
    context.addIssue({ code: "custom", path: ["subscriptionId"], message });
  }, besideMembers)
  .transform(({ subscription, subscriptionId, ...body }) => {
    const { name, surname, mobile, ...more } = readPerson(body);
    return {
      person: { name: required(name), surname: required(surname), mobile: required(mobile), ...more },
      subscription: subscription ?? null,
      familySubscriptionId: subscriptionId ?? null,
    };
  })
  .meta({ id: "CreateCustomer" });

/** Body of PUT /customers/:id, enveloped or flat. Read, it has the newer names of what is to change. */
export const updateCustomerRequest = personBody({}).transform(readPerson).meta({ id: "UpdateCustomer" });

/** Both shapes in one schema: the flat members are looked at only where there is no envelope. */
function personBody<More extends z.ZodRawShape>(more: More) {
  const kept = ["customer", ...Object.keys(more)];
  return z.preprocess(
    (body) => (hasEnvelope(body) ? Object.fromEntries(kept.map((member) => [member, body[member]])) : body),
    z.object({ customer: envelope, ...more, ...personMembers }),
  );
}

function hasEnvelope(body: unknown): body is Record<string, unknown> {
  return isObject(body) && body.customer !== undefined && body.customer !== null && body.customer !== "";
}

/**
 * The members of the person in a body as it came, checked or not, and where they stand in it: `customer.` in an envelope.
 * For what only the server can judge.
 */
export function sentPerson(body: unknown): {
  readonly within: string;
  readonly members: Readonly<Record<string, unknown>>;
} {
  const [within, members] = hasEnvelope(body) ? ["customer.", body.customer] : ["", body];
  return { within, members: isObject(members) ? members : {} };
}

/** The subscription to begin with in a body as it came, whatever it is. */
export function sentFirstSubscription(body: unknown): unknown {
  return isObject(body) ? body.subscription : undefined;
}

type EitherBody = PersonBody & { readonly customer?: PersonBody | undefined };

function requirePerson(body: EitherBody, context: z.RefinementCtx): void {
  const prefix = body.customer === undefined ? [] : ["customer"];
  const sent: PersonBody = body.customer ?? body;
  if (!isObject(sent)) return;
  for (const [newer, older] of Object.entries(olderNames)) {
    const member = newer as keyof typeof olderNames;
    if (sent[member] !== undefined || sent[olderNames[member]] !== undefined) continue;
    const message = `is required (a string; the older \`${older}\` is accepted)`;
    context.addIssue({ code: "custom", path: [...prefix, newer], message });
  }
}

function readPerson({ customer, ...flat }: EitherBody) {
  const { name, surname, mobile, firstName, lastName, mobileNumber, duressCode, ...details } =
    customer ?? flat;
  return {
    name: name ?? firstName,
    surname: surname ?? lastName,
    mobile: mobile ?? mobileNumber,
    duressCode,
    details,
  };
}

export type CreateCustomerRequest = z.infer<typeof createCustomerRequest>;
export type UpdateCustomerRequest = z.infer<typeof updateCustomerRequest>;
