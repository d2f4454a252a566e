import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["%20", "%00", "a%00", encodeURIComponent("x".repeat(129))])(
  "400: %s is no reference",
  async (reference) => {
    const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}`;
    const answer = await system.request({ method: "GET", path });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "externalReferenceId" }] } });
  },
);

test.each(["%ff", "%ed%a0%80", "%zz", "%", "x".repeat(2_049)])(
  "400: no route takes %s, and it is an error like any other",
  async (reference) => {
    const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}`;
    const answer = await system.request({ method: "GET", path });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ field: "path", message: answer.body.message }] });
    expect(answer.headers).toMatchObject({
      "x-error-code": "invalid-request",
      "x-request-id": expect.any(String),
    });
  },
);
