import { z } from "zod";
import { id, instant, pathId, requiredText, text } from "../scalars.ts";

export const responderParams = z.object({ responderId: pathId });

const details = {
  supplierId: id,
  name: requiredText(200),
  callSign: requiredText(200).nullable().exactOptional(),
  vehicle: requiredText(200).nullable().exactOptional(),
  login: text(64).describe("Letters, digits and . _ ~ @ + -; case does not count."),
  pin: text(8).describe("4 to 8 digits."),
  responseTypes: z.array(id).min(1).max(16),
};

export const createResponderBody = z.object(details);

/** What is absent stays as it is; null clears. */
export const updateResponderBody = z.object({
  supplierId: id.exactOptional(),
  name: details.name.exactOptional(),
  login: details.login.exactOptional(),
  pin: details.pin.exactOptional().describe("4 to 8 digits; a new one ends the responder's sessions."),
  responseTypes: details.responseTypes.exactOptional(),
  callSign: details.callSign,
  vehicle: details.vehicle,
  disabled: z.boolean().exactOptional(),
});

export const controlResponder = z
  .object({
    id: z.int(),
    supplier: z.object({ id: z.int(), name: z.string() }),
    name: z.string(),
    callSign: z.string().nullable(),
    vehicle: z.string().nullable(),
    login: z.string(),
    responseTypes: z.array(z.int()),
    onDuty: z.boolean(),
    dutyUntil: instant.nullable(),
    disabledAt: instant.nullable().describe("Of the responder, or of its supplier."),
  })
  .meta({ id: "ControlResponder" });
export type ControlResponder = z.infer<typeof controlResponder>;

/** A row of GET /control/v1/responders. */
export const controlResponderRow = controlResponder
  .extend({
    state: z.enum(["free", "offered", "assigned"]),
    position: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        accuracy: z.number().nullable(),
        speed: z.number().nullable(),
        heading: z.number().nullable(),
        recordedAt: instant,
        ageSeconds: z.number(),
      })
      .nullable(),
  })
  .meta({ id: "ControlResponderRow" });
export type ControlResponderRow = z.infer<typeof controlResponderRow>;

export const controlResponderList = z.object({ responders: z.array(controlResponderRow) });
