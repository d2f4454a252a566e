import type { Header, Parameter, Reference } from "./types.ts";

export const headers = {
  Authenticate: { description: "`Bearer`, as RFC 6750 asks for.", schema: { type: "string" } },
  Deprecation: {
    description: "RFC 9745: since when clients should use another operation, as `@` and seconds since 1970.",
    schema: { type: "string" },
  },
  RequestId: {
    description: "Names this request in the server's log.",
    schema: { type: "string", format: "uuid" },
  },
  RetryAfter: {
    description: "Seconds after which the same request may be sent again.",
    schema: { type: "integer", minimum: 1 },
  },
} as const satisfies Record<string, Header>;

export const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Any text of your own for this request. Sent again within 24 h, the request gets the stored answer and does nothing twice.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

export function headerReference(name: keyof typeof headers): Reference {
  return { $ref: `#/components/headers/${name}` };
}
