import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("a supplier with its fleet secret, which opens a session and is shown once", async () => {
  const { status, body, headers } = await as(system, "supervisor", "POST", "/suppliers", {
    name: "Swift Response",
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(Number),
    name: "Swift Response",
    hasGateway: true,
    createdAt: "2026-01-15T08:00:00.000Z",
    disabledAt: null,
    fleetSecret: expect.stringMatching(/^[\w-]{20,}$/),
  });
  expect(headers["cache-control"]).toBe("no-store");
  const { fleetSecret, ...supplier } = body;
  const listed = await as(system, "operator", "GET", "/suppliers");
  expect(listed.body).toEqual({ suppliers: [supplier] });
  expect(`${listed.text}${(await as(system, "admin", "GET", "/audit")).text}`).not.toContain(fleetSecret);
  const session = { supplierId: body.id, secret: fleetSecret };
  const opened = await system.request({
    method: "POST",
    path: "/responder/v1/fleet/sessions",
    token: null,
    body: session,
  });
  expect(opened.body.accessToken).toEqual(expect.any(String));
});
