import {
  addPlaces,
  addResponder,
  addSubscription,
  addWebhook,
  bringTo,
  raiseCallout,
  type TestPartner,
  type TestSystem,
} from "@tocsin/testkit";
import { openSignup } from "../panic-v2/customer-signup/testing/open-signup.ts";
import { addDevice } from "../panic-v2/devices/testing/add-device.ts";
import { addLead } from "../panic-v2/leads/testing/add-lead.ts";
import { upload } from "../panic-v2/predefined-locations/testing/upload.ts";
import { scheduled } from "../panic-v2/scheduled/testing/schedule.ts";

/** Whose a thing is: a tenant's, and as far as such things have one a customer's. */
export interface Owner {
  readonly partner: TestPartner;
  readonly customerId: number;
}

/** Makes a thing of somebody's, and says its id. `made`: what the same request names already, by its name. */
type Make = (
  system: TestSystem,
  owner: Owner,
  made: ReadonlyMap<string, number | string>,
) => Promise<number | string>;

interface Maker {
  readonly make: Make;
  /** An id of the same form that nobody has. */
  readonly absent: number | string;
}

const absentNumber = 8_999_999_999;
const absentUuid = "01890a5d-ac96-774b-bcce-b302099a8057";

const number = (make: Make): Maker => ({ make, absent: absentNumber });

/** Of the customer's, completed by a responder: whatever can be done with a callout can be done with that one, or is refused. */
async function makeCallout(system: TestSystem, { partner, customerId }: Owner): Promise<number> {
  const callout = await raiseCallout(system, { partner, customerId });
  await bringTo(system, callout, "completed", await addResponder(system));
  return callout.id;
}

async function makePlace(system: TestSystem, { partner, customerId }: Owner) {
  const mark = system.context.random.bytes(6).toString("hex");
  const [reference = ""] = await addPlaces(system, 1, `made-${mark}`, partner);
  const [row] = await system.context.db.query<{ id: number }>({
    text: "update fixed_location set customer_id = $2 where external_reference_id = $1 returning id",
    values: [reference, customerId],
  });
  return { id: row?.id ?? 0, reference };
}

/** A person has one at a time. */
async function makeSubscription(system: TestSystem, { partner, customerId }: Owner): Promise<number> {
  const [row] = await system.context.db.query<{ id: number }>({
    text: "select id from subscription where customer_id = $1",
    values: [customerId],
  });
  return row?.id ?? addSubscription(system, { partner, customerId });
}

async function makeRating(system: TestSystem, owner: Owner): Promise<number> {
  const calloutId = await makeCallout(system, owner);
  return post(system, owner, "/ratings", { calloutId, rating: 4 });
}

const makeRatingItem: Make = async (system, owner, made) => {
  const ratingId = made.get("calloutRatingId") ?? made.get("ratingId") ?? (await makeRating(system, owner));
  return post(system, owner, "/rating-items", { ratingId, ratingItemDescription: "Fast" });
};

async function makeDelivery(system: TestSystem, owner: Owner): Promise<number> {
  await addWebhook(system, { url: "http://127.0.0.1:9/refused", partner: owner.partner });
  await raiseCallout(system, { partner: owner.partner });
  await system.context.webhooks.runDue();
  const path = "/panic-api/v2/notifiers/webhooks/deliveries";
  const token = await system.token(owner.partner);
  return (await system.request({ method: "GET", path, token })).body[0].id;
}

async function post(system: TestSystem, { partner }: Owner, path: string, body: object): Promise<number> {
  const token = await system.token(partner);
  const answer = await system.request({ method: "POST", path: `/panic-api/v2${path}`, token, body });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body.id;
}

const customer = number(async (_system, { customerId }) => customerId);
const callout = number(makeCallout);
const place = number(async (system, owner) => (await makePlace(system, owner)).id);
const rating = number(makeRating);
const subscription = number(makeSubscription);
const device: Maker = {
  make: async (system, { partner }) => (await addDevice(system, {}, partner)).deviceId,
  absent: "9999999999",
};
const session: Maker = {
  make: async (system, { partner }) => (await openSignup(system, {}, partner)).id,
  absent: absentUuid,
};

/** What a request can name by an id (see `named-things.ts`) → how such a thing is made. A tenant's things, and no others'. */
export const makers: Readonly<Record<string, Maker>> = {
  customerId: customer,
  "customers/:id": customer,
  "customers/:customerId": customer,
  dependantCustomerIds: customer,
  calloutId: callout,
  "callouts/:calloutId": callout,
  predefinedLocationId: place,
  "predefinedLocations/:id": place,
  "externalRef/:externalReferenceId": {
    make: async (system, owner) => (await makePlace(system, owner)).reference,
    absent: "NOBODY-HAS-THIS",
  },
  calloutRatingId: rating,
  ratingId: rating,
  ratingItemId: number(makeRatingItem),
  subscriptionId: subscription,
  "subscriptions/:id": subscription,
  "deliveries/:id": number(makeDelivery),
  "leads/:leadId": {
    make: async (system, { partner }) => (await addLead(system, partner)).id,
    absent: absentUuid,
  },
  "scheduled/:scheduledRequestId": {
    make: (system, { partner }) => scheduled(system, { partner }),
    absent: absentUuid,
  },
  "devices/:deviceId": device,
  "update-device deviceId": device,
  device_id: device,
  "imports/:importId": number(async (system, { partner }) => {
    const accepted = await upload(system, { file: "x", token: await system.token(partner) });
    return accepted.body.importId;
  }),
  "sessions/:sessionId": session,
  signupSessionId: session,
};

/** Members that are two names of one thing, of which a request has one. */
export const otherNames: Readonly<Record<string, string>> = {
  ratingId: "calloutRatingId",
  deviceId: "deviceSerial",
};

/** What is called like an id and is no tenant's: rows of reference data, the same for everybody. */
export const referenceData: ReadonlySet<string> = new Set([
  "responseTypeId",
  "coverage/:responseTypeId",
  "calloutClassificationId",
  "calloutLocationTypeId",
  "exceptionReasonId",
  "subscriptionTypeId",
  "deviceTypeId",
  "device_type_id",
  "scheduled/:serviceType",
]);

/** Words of the caller's own choice, which name nothing yet; and the half of a client's pair that is no secret. */
export const ownWords: ReadonlySet<string> = new Set([
  "clientId",
  "externalReferenceId",
  "customerReferenceId",
  "siteReferenceId",
  "create-device deviceId",
]);
