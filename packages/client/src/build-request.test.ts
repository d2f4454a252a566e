import fc from "fast-check";
import { expect, it } from "vitest";
import { buildRequest } from "./build-request.ts";
import type { Route } from "./route.ts";

const route: Route = {
  method: "POST",
  path: "/places/{reference}/callouts",
  query: ["limit", "cursor"],
  open: false,
  keyed: true,
};
const base = "https://callouts.example.com";

it("any reference comes out of the path as it went in", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "binary" }), (reference) => {
      const { url } = buildRequest(base, route, { reference });
      const [, , encoded = ""] = new URL(url).pathname.split("/");
      // the two names that an address resolves away
      fc.pre(reference !== "." && reference !== "..");
      expect(decodeURIComponent(encoded)).toBe(reference);
    }),
  );
});

it.each([undefined, null, ""])(
  "a path parameter that is %j is named before anything is sent",
  (reference) => {
    expect(() => buildRequest(base, route, { reference })).toThrow("reference is missing");
  },
);

it("query parameters that are absent are left out", () => {
  const { url } = buildRequest(base, route, { reference: "A", limit: 5, cursor: undefined });
  expect(url).toBe(`${base}/places/A/callouts?limit=5`);
});

it("an object goes out as JSON, text and forms as they are", () => {
  const send = (body: unknown) => buildRequest(base, route, { reference: "A", body });
  expect(send({ responseTypeId: 2 })).toMatchObject({
    contentType: "application/json",
    body: '{"responseTypeId":2}',
  });
  expect(send("a,b\n")).toMatchObject({ contentType: undefined, body: "a,b\n" });
  const form = new FormData();
  expect(send(form)).toMatchObject({ contentType: undefined, body: form });
  expect(send(undefined)).toMatchObject({ contentType: undefined, body: undefined });
});
