import { z } from "zod";
import { besideMembers, refuseMember } from "../across-members.ts";
import { emailAddress } from "../email-address.ts";
import { externalReference } from "../fixed-location-requests.ts";
import { instant, latitudeText, longitudeText, optional, pathUuid, requiredText, text } from "../scalars.ts";
import { returnUrl } from "./return-url.ts";

const siteRequest = z
  .object({
    siteName: requiredText(1024),
    siteReferenceId: optional(externalReference).describe(
      "Your key for the place, as with a fixed location.",
    ),
    formattedAddress: optional(text(1024)).describe("Asked for on the page when it is absent."),
    latitude: optional(latitudeText).describe("Asked for on the page when it is absent."),
    longitude: optional(longitudeText),
  })
  .superRefine(({ latitude, longitude }, context) => {
    if ((latitude === undefined) === (longitude === undefined)) return;
    const missing = latitude === undefined ? "latitude" : "longitude";
    refuseMember(context, missing, "must be there with the other of the two");
  }, besideMembers)
  .transform((site) => ({
    siteName: site.siteName,
    siteReferenceId: site.siteReferenceId ?? null,
    formattedAddress: site.formattedAddress ?? null,
    latitude: site.latitude ?? null,
    longitude: site.longitude ?? null,
  }));

/** Body of POST /customer-signup/sessions. */
export const createSignupRequest = z
  .object({
    returnUrl,
    email: optional(emailAddress(254)).describe("Stands in the form already."),
    customerReferenceId: optional(text(128)).describe(
      "Your key for the person; becomes their externalReferenceId.",
    ),
    siteDetails: optional(siteRequest).describe("A place to be registered with the person."),
  })
  .transform((body) => ({
    returnUrl: body.returnUrl,
    email: body.email ?? null,
    customerReferenceId: body.customerReferenceId ?? null,
    siteDetails: body.siteDetails ?? null,
  }))
  .meta({ id: "CreateSignupSession" });

export const signupParams = z.object({ sessionId: pathUuid });

/** 201 of POST /customer-signup/sessions, and 200 of GET …/:id. */
export const signupSession = z
  .object({
    sessionId: z.uuid(),
    id: z.uuid().describe("The same as sessionId."),
    status: z.enum(["pending_verification", "completed", "failed", "cancelled"]),
    url: z.url().describe("The page to open. Whoever has the address may sign up with it, once."),
    returnUrl: z.url().describe("The same as url: the page to open, not the address you sent."),
    customerId: z.int().nullable(),
    siteId: z.int().nullable().describe("The fixed location that was registered."),
    email: z.string().nullable(),
    customerReferenceId: z.string().nullable(),
    flows: z.array(z.enum(["customer", "site"])).describe("What the page registers."),
    siteDetails: z
      .object({
        siteName: z.string(),
        siteReferenceId: z.string().nullable(),
        formattedAddress: z.string().nullable(),
        latitude: z.string().nullable(),
        longitude: z.string().nullable(),
      })
      .nullable(),
    errorCode: z.string().nullable().describe("Why it failed: expired, site_reference_taken."),
    createdAt: instant,
    updatedAt: instant,
    expiresAt: instant,
    message: z.string(),
  })
  .meta({ id: "SignupSession" });
export type WireSignupSession = z.infer<typeof signupSession>;

/** Body of POST /oauth/customerToken. */
export const customerTokenRequest = z
  .object({ signupSessionId: pathUuid.describe("Of a sign-up that is completed.") })
  .meta({ id: "CustomerTokenRequest" });
