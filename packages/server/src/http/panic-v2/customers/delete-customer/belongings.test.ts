import {
  addSubscriber,
  addSubscription,
  personToken,
  raiseForCustomer,
  registerPerson,
  useSystem,
} from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup, sendForm, thandi } from "../../customer-signup/testing/open-signup.ts";
import { addDevice } from "../../devices/testing/add-device.ts";
import { location, sendEvent } from "../../devices/testing/send-event.ts";
import { read, scheduled } from "../../scheduled/testing/schedule.ts";

const system = useSystem();

const remove = (id: number, headers: Readonly<Record<string, string>> = {}) =>
  system.request({ method: "POST", path: `/panic-api/v2/customers/${id}/delete`, headers });

/** A place of this customer; its id. */
async function placeOf(customerId: number, mark: string): Promise<number> {
  const { status, body, text } = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations",
    body: {
      customerId,
      externalReferenceId: mark,
      locationIdentifier: mark,
      latitude: "-26.1",
      longitude: "28.05",
    },
  });
  if (status !== 201) throw new Error(text);
  return body.id;
}

test("their devices are gone and raise nothing; the serials are free, and other people's stay", async () => {
  const { id: customerId } = await registerPerson(system);
  const [device, other] = [await addDevice(system, { customerId }), await addDevice(system)];
  await addSubscription(system, { customerId: other.customerId });
  await remove(customerId);
  const refused = await sendEvent(system, device, { message_type: 1, location });
  expect(refused.status).toBe(404);
  expect(refused.body.message).toContain(device.deviceId);
  expect((await addDevice(system, { deviceSerial: device.deviceId })).deviceId).toBe(device.deviceId);
  expect((await sendEvent(system, other, { message_type: 1, location })).status).toBe(200);
});

test("their fixed locations stay and become the tenant's own: who polls sees it, an alarm there is the house account's", async () => {
  const { id: customerId } = await registerPerson(system);
  const id = await placeOf(customerId, "left-behind");
  const path = `/panic-api/v2/predefinedLocations/${id}`;
  const before = (await system.request({ method: "GET", path })).body;
  await remove(customerId);
  const after = (await system.request({ method: "GET", path })).body;
  const { customerId: _, updatedAt, ...rest } = before;
  expect(after).toMatchObject({ ...rest, customerId: null });
  expect(after.updatedAt > updatedAt).toBe(true);
  const raised = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations/externalRef/left-behind/callouts",
    body: { responseTypeId: 1 },
  });
  expect(raised.body).toMatchObject({ customerId: system.partner.houseAccountId, predefinedLocationId: id });
});

test("pages and tokens of theirs end; what became of their sign-up is still told, and gives no token", async () => {
  const customerId = await addSubscriber(system);
  const token = await personToken(system, "customer", customerId);
  const opened = await system.request({
    method: "POST",
    path: "/panic-api/v2/subscription-management/sessions",
    token,
    body: { returnUrl: "myapp://account" },
  });
  const { id: sessionId, page } = await openSignup(system);
  expect((await sendForm(system, page, thandi)).status).toBe(303);
  const signupPath = `/panic-api/v2/customer-signup/sessions/${sessionId}`;
  const { body: signup } = await system.request({ method: "GET", path: signupPath });
  expect((await remove(customerId)).status).toBe(200);
  expect((await remove(signup.customerId)).status).toBe(200);
  const managed = { method: "GET", path: new URL(opened.body.url).pathname, token: null } as const;
  expect((await system.request(managed)).status).toBe(404);
  const own = { method: "GET", path: `/panic-api/v2/customers/${customerId}/subscriptions`, token } as const;
  expect((await system.request(own)).status).toBe(401);
  expect((await system.request({ method: "GET", path: signupPath })).body).toEqual(signup);
  const asked = await system.request({
    method: "POST",
    path: "/panic-api/v2/oauth/customerToken",
    body: { signupSessionId: sessionId },
  });
  expect(asked.status).toBe(404);
});

test("whom they covered is not covered any more", async () => {
  const [parent, child] = [await registerPerson(system), await registerPerson(system)];
  await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  await remove(parent.id);
  const refused = await raiseForCustomer(system, { customerId: child.id });
  expect([refused.status, refused.headers["x-error-code"]]).toEqual([403, "subscription-required"]);
});

test("refused, nothing of theirs has changed", async () => {
  const { id: customerId } = await registerPerson(system);
  await addSubscription(system, { customerId });
  const device = await addDevice(system, { customerId });
  const placeId = await placeOf(customerId, "kept");
  const id = await scheduled(system, { body: { customerId } });
  const before = (await read(system, id)).body;
  expect((await raiseForCustomer(system, { customerId })).status).toBe(201);
  expect((await remove(customerId)).status).toBe(409);
  expect((await read(system, id)).body).toEqual(before);
  expect((await sendEvent(system, device, { message_type: 1, location })).status).toBe(200);
  const place = { method: "GET", path: `/panic-api/v2/predefinedLocations/${placeId}` } as const;
  expect((await system.request(place)).body.customerId).toBe(customerId);
});

test("another tenant's customer: 404, and what is theirs stays", async () => {
  const { otherPartner } = system;
  const { id: customerId } = await registerPerson(system, { partner: otherPartner });
  const id = await scheduled(system, { body: { customerId }, partner: otherPartner });
  expect((await remove(customerId)).status).toBe(404);
  const token = await system.token(otherPartner);
  const path = `/panic-api/v2/scheduled/${id}`;
  expect((await system.request({ method: "GET", path, token })).body.occurrences.length).toBeGreaterThan(0);
});

test("what is scheduled for them is called off, what is over is kept, and it can still be read", async () => {
  const { id: customerId } = await registerPerson(system);
  const id = await scheduled(system, { body: { customerId } });
  const other = await scheduled(system);
  system.clock.advance({ hours: 24 * 5 });
  const before = (await read(system, id)).body;
  const now = system.clock.now().toString();
  const past = before.occurrences.filter(({ endsAt }: { endsAt: string }) => endsAt <= now);
  expect(past.length).toBeGreaterThan(0);
  await system.drain();
  expect((await remove(customerId)).status).toBe(200);
  const { status, body } = await read(system, id);
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: "cancelled", nextOccurrence: null });
  expect(body.occurrences).toHaveLength(past.length);
  const awaited = await system.context.db.query({
    text: "select id from scheduled_occurrence where request_id = $1 and phase in ('planned', 'assigned')",
    values: [id],
  });
  expect(awaited).toEqual([]);
  expect((await read(system, other)).body.occurrences.length).toBeGreaterThan(past.length);
});
