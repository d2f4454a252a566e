import { z } from "zod";
import { jsonObject } from "../json-object.ts";
import { instant, optional, pathUuid, text } from "../scalars.ts";

export const leadStatus = z.enum(["RECEIVED", "PROCESSING", "CONVERTED", "FAILED"]);

export const leadParams = z.object({ leadId: pathUuid });

/** As people write numbers. Which country it is in is for whoever calls. */
const telephoneNumber = text(64).refine(
  (value) => /^\+?[\d ()./-]+$/.test(value) && /^(\D*\d){5,15}\D*$/.test(value),
  "must be a telephone number: 5 to 15 digits, with + in front when it is international",
);

/** Body of POST /leads. Read, what the older shape says of the person is in `customerData`; null: nothing. */
export const createLeadRequest = z
  .object({
    mobileNumber: telephoneNumber.describe("Best as +14155552671. Kept as it is written."),
    customerData: optional(jsonObject).describe("Whatever is known of the person; any members."),
    firstName: optional(text(256)).describe("Older shape: becomes customerData.firstName."),
    lastName: optional(text(256)).describe("Older shape: becomes customerData.lastName."),
    email: optional(text(320)).describe("Older shape: becomes customerData.email."),
  })
  .transform(({ mobileNumber, customerData, ...older }) => ({
    mobileNumber,
    customerData: customerData ?? olderData(older),
  }))
  .meta({ id: "CreateLead" });

function olderData(members: Readonly<Record<string, string | undefined>>): Record<string, unknown> | null {
  const sent = Object.entries(members).filter(([, value]) => value !== undefined);
  return sent.length > 0 ? Object.fromEntries(sent) : null;
}

export const leadMembers = {
  id: z.uuid(),
  mobileNumber: z.string(),
  customerSourceId: z.int(),
  status: leadStatus,
  source: z.string().describe("How it came in: API."),
  customerData: z.record(z.string(), z.unknown()).nullable(),
  processingStartedAt: instant.nullable(),
  convertedAt: instant.nullable(),
  failedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
};

/** 200 of GET /leads/:id, and 201 of POST /leads. */
export const lead = z
  .object({
    ...leadMembers,
    leadId: z.uuid().describe("The same as id."),
    message: z.string(),
  })
  .meta({ id: "Lead" });
