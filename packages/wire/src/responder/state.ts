import { z } from "zod";
import { statusText } from "../callouts/status-text.ts";
import { etaMethod } from "../eta-method.ts";
import { instant, optional } from "../scalars.ts";

/** The responder whose session it is. */
export const responderSelf = z
  .object({
    id: z.int(),
    name: z.string(),
    callSign: z.string().nullable(),
    vehicle: z.string().nullable(),
    supplier: z.object({ id: z.int(), name: z.string() }),
    responseTypes: z.array(z.int()),
    onDuty: z.boolean(),
    dutyUntil: instant.nullable().describe("When the shift ends by itself."),
    position: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        accuracy: z.number().nullable(),
        recordedAt: instant,
      })
      .nullable()
      .describe("The newest that was received."),
  })
  .meta({ id: "ResponderSelf" });
export type ResponderSelf = z.infer<typeof responderSelf>;

/** Body of PUT /responder/v1/shift. */
export const shiftBody = z.object({
  onDuty: z.boolean(),
  until: optional(instant).describe("The shift ends by itself then."),
});

/** What it is, where, and for whom; the same in an offer and in an assignment. */
const work = {
  callout: z.object({
    id: z.int(),
    customerSource: z.object({ id: z.int(), name: z.string() }),
    status: z.enum(Object.values(statusText)),
    responseType: z.object({ id: z.int(), value: z.string(), description: z.string() }),
    classification: z.object({ id: z.int(), value: z.string() }),
    internalTest: z.boolean(),
    duress: z.boolean().describe("The person was forced to cancel: somebody may be with them."),
    advanced: z
      .boolean()
      .describe("Of the demo: it was walked forward by a call, and simulated responders leave it alone."),
    raisedAt: instant,
  }),
  position: z
    .object({ latitude: z.number(), longitude: z.number(), accuracy: z.number().nullable() })
    .nullable()
    .describe("Where help is needed, as far as it is known."),
  site: z
    .object({
      name: z.string(),
      address: z.string().nullable(),
      additionalInformation: z.string().nullable(),
      w3w: z.string().nullable(),
    })
    .nullable()
    .describe("Null when a person called for help elsewhere."),
  customer: z
    .object({ name: z.string(), surname: z.string(), mobile: z.string().nullable() })
    .nullable()
    .describe("Null when it is for the place itself."),
};

export const responderOffer = z
  .object({
    id: z.int(),
    ...work,
    etaSeconds: z.number(),
    etaMethod,
    distanceMetres: z.number(),
    offeredAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "ResponderOffer" });
export type ResponderOffer = z.infer<typeof responderOffer>;

export const responderAssignment = z
  .object({
    id: z.int(),
    ...work,
    state: z.enum(["assigned", "onScene"]),
    byHand: z.boolean().describe("Sent by the control room, without an offer."),
    instruction: z.string().nullable(),
    etaSeconds: z.number().nullable().describe("Seconds from assignedAt, as measured then."),
    etaMethod: etaMethod.nullable(),
    assignedAt: instant,
    arrivedAt: instant.nullable(),
  })
  .meta({ id: "ResponderAssignment" });
export type ResponderAssignment = z.infer<typeof responderAssignment>;

/** Everything a responder's app needs after waking; every act answers it too. */
export const responderState = z
  .object({
    responder: responderSelf,
    offer: responderOffer.nullable(),
    assignment: responderAssignment.nullable(),
  })
  .meta({ id: "ResponderState" });
export type ResponderState = z.infer<typeof responderState>;
