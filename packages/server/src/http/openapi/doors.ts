import { sessionCookieName } from "../access/session-cookie.ts";
import type { Operation } from "../route.ts";

/** What is said of a door as a whole: the part of its document that its operations do not say. */
export interface Door {
  /** Where a running server gives the document. */
  readonly documentPath: string;
  /** The same, committed, with an address of nobody's. */
  readonly file: string;
  /** The page of the documentation that the reference stands on. */
  readonly page: string;
  /** The page that says how to come by the tokens it takes. */
  readonly tokensPage: string;
  readonly info: Readonly<Record<string, unknown>> & { readonly title: string; readonly description: string };
  readonly securitySchemes: Readonly<Record<string, unknown>>;
  /** Whether those who knock here are told of what happens. */
  readonly sendsWebhooks?: boolean;
}

/** A door and everything that can be asked for at it. */
export interface Api extends Door {
  readonly operations: readonly Operation[];
}

const license = { name: "Apache-2.0", identifier: "Apache-2.0" };
const conventions =
  "JSON in, JSON out, times in UTC, coordinates in WGS 84. Unknown members of a request are ignored, and an empty " +
  "string counts as absent for an optional member. Answers are exact; more members may join them.";

export const panicDoor: Door = {
  documentPath: "/openapi.json",
  file: "contract/openapi.yaml",
  page: "",
  tokensPage: "integrate/tokens.md",
  info: {
    title: "Panic API v2",
    version: "2.0",
    summary: "Emergency callouts for registered places, as served by Tocsin.",
    description: `Register places, raise a callout when an alarm sounds or somebody presses a button, and follow it until it is closed.\n\n${conventions}`,
    license,
  },
  sendsWebhooks: true,
  securitySchemes: {
    bearer: {
      type: "http",
      scheme: "bearer",
      bearerFormat: "JWT",
      description:
        "An access token. Each operation names the scopes that it takes, any one of them: `server` (POST /panic-api/v2/oauth/token), " +
        "`callout` (POST /panic-api/v2/oauth/calloutToken) and `customer` (from the hosted signup), both for what is that customer's own.",
    },
  },
};

export const controlDoor: Door = {
  documentPath: "/openapi-control.json",
  file: "contract/openapi-control.yaml",
  page: "reference/control-room",
  tokensPage: "operate/control-room.md#signing-in",
  info: {
    title: "Tocsin control room API",
    version: "1.0",
    summary: "For whoever watches over the callouts of all partners of an installation.",
    description: `See the queue, act on callouts, and look after responders, suppliers, coverage areas and operators. Each operation names the least role that it takes.\n\n${conventions}`,
    license,
  },
  securitySchemes: {
    bearer: { type: "http", scheme: "bearer", description: "The accessToken of POST /control/v1/sessions." },
    cookie: {
      type: "apiKey",
      in: "cookie",
      name: sessionCookieName,
      description:
        "For browsers: set by the same call, HttpOnly. A change that comes with it must come from our own origin.",
    },
  },
};

export const responderDoor: Door = {
  documentPath: "/openapi-responder.json",
  file: "contract/openapi-responder.yaml",
  page: "reference/responder",
  tokensPage: "integrate/responder-app.md#signing-in",
  info: {
    title: "Tocsin responder API",
    version: "1.0",
    summary: "For a responder's app, and for the trackers and gateways of suppliers.",
    description: `Say where you are, be offered callouts, and go.\n\n${conventions}`,
    license,
  },
  securitySchemes: {
    bearer: {
      type: "http",
      scheme: "bearer",
      description: "The accessToken of POST /responder/v1/sessions.",
    },
    supplier: {
      type: "http",
      scheme: "bearer",
      description: "The accessToken of POST /responder/v1/fleet/sessions, for a supplier's gateway.",
    },
  },
};
