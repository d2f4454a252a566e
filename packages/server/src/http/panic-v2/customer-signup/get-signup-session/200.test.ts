import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup, sendForm, thandi } from "../testing/open-signup.ts";

const system = useSystem();
const read = async (id: string) =>
  system.request({ method: "GET", path: `/panic-api/v2/customer-signup/sessions/${id}` });

test("as it was opened, until the person is done; then whom and what it registered", async () => {
  const siteDetails = { siteName: "Home", latitude: 1, longitude: 2 };
  const { id, page } = await openSignup(system, { siteDetails });
  const before = await read(id);
  expect(before).toMatchObject({
    status: 200,
    body: { id, status: "pending_verification", customerId: null },
  });
  expect(new URL(before.body.url).pathname).toBe(page);
  system.clock.advance({ minutes: 5 });
  await sendForm(system, page, thandi);
  expect((await read(id)).body).toEqual({
    ...before.body,
    status: "completed",
    customerId: expect.any(Number),
    siteId: expect.any(Number),
    updatedAt: "2026-01-15T08:05:00.000Z",
  });
});

test("what nobody finished in time has failed", async () => {
  const { id } = await openSignup(system);
  system.clock.advance({ hours: 23, minutes: 59 });
  expect((await read(id)).body.status).toBe("pending_verification");
  system.clock.advance({ minutes: 1 });
  const { body } = await read(id);
  expect(body).toMatchObject({ status: "failed", errorCode: "expired", updatedAt: body.expiresAt });
});
