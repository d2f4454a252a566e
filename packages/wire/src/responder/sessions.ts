import { z } from "zod";
import { id, requiredText } from "../scalars.ts";
import { responderSelf } from "./state.ts";

/** Body of POST /responder/v1/sessions. */
export const responderSignIn = z.object({
  login: requiredText(64).describe("Case does not count."),
  pin: requiredText(64),
});

const token = {
  accessToken: z.string().describe("Opaque; sent as Authorization: Bearer."),
  expiresIn: z.int().describe("Seconds."),
};

export const responderSession = z
  .object({ ...token, responder: responderSelf })
  .meta({ id: "ResponderSession" });

/** Body of POST /responder/v1/fleet/sessions. */
export const fleetSignIn = z.object({ supplierId: id, secret: requiredText(256) });

export const fleetSession = z.object(token).meta({ id: "FleetSession" });
