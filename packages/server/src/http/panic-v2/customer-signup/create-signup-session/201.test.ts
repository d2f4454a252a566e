import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const open = (body: unknown) =>
  system.request({ method: "POST", path: "/panic-api/v2/customer-signup/sessions", body });

test("member by member: returnUrl of the answer is the page to open", async () => {
  const { status, body } = await open({
    returnUrl: "myapp://done",
    email: "t@example.com",
    customerReferenceId: "crm-1",
    siteDetails: {
      siteName: "Home",
      siteReferenceId: "s-1",
      latitude: -33.9,
      longitude: "18.40",
      colour: "blue",
    },
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    id: body.sessionId,
    status: "pending_verification",
    url: expect.stringMatching(new RegExp(`^https://tocsin\\.test/signup/\\w+-${body.id}-[\\w-]{22}$`)),
    returnUrl: body.url,
    customerId: null,
    siteId: null,
    email: "t@example.com",
    customerReferenceId: "crm-1",
    flows: ["customer", "site"],
    siteDetails: {
      siteName: "Home",
      siteReferenceId: "s-1",
      formattedAddress: null,
      latitude: "-33.9",
      longitude: "18.40",
    },
    errorCode: null,
    createdAt: "2026-01-15T08:00:00.000Z",
    updatedAt: "2026-01-15T08:00:00.000Z",
    expiresAt: "2026-01-16T08:00:00.000Z",
    message: "Sign-up session created.",
  });
});

test("an address to go back to is enough; empty members are absent", async () => {
  const { status, body } = await open({ returnUrl: "https://example.com", email: "", siteDetails: "" });
  expect(status).toBe(201);
  expect(body).toMatchObject({ email: null, siteDetails: null, flows: ["customer"] });
});

test("each has an address of its own", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => open({ returnUrl: "app://x" })));
  expect(new Set(answers.map(({ body }) => body.url.slice(-22))).size).toBe(20);
});
