import { z } from "zod";
import { jsonObject } from "../json-object.ts";
import { optional, text } from "../scalars.ts";
import { returnUrl } from "./return-url.ts";

/** Body of POST /subscription-management/sessions. */
export const createManagementRequest = z
  .object({
    returnUrl,
    locale: optional(
      text(35)
        .transform((tag) => tag.replaceAll("_", "-"))
        .refine((tag) => isLanguageTag(tag), "must be a language tag, such as en-ZA"),
    ).describe("How the page writes dates."),
    configuration: optional(jsonObject).describe("Taken, and of no effect yet."),
  })
  .transform(({ locale, ...body }) => ({
    returnUrl: body.returnUrl,
    locale: locale ?? null,
  }))
  .meta({ id: "CreateManagementSession" });

/** 201 of POST /subscription-management/sessions. */
export const managementSession = z
  .object({ url: z.url().describe("The page to open; good for 30 minutes."), message: z.string() })
  .meta({ id: "ManagementSession" });

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
