import { createResponder, createSupplier, setShift } from "../../../packages/server/src/index.ts";
import { fixAt, type TestRequest, type TestSystem } from "../../../packages/testkit/src/index.ts";

const installation = { kind: "installation", id: null, name: null } as const;
const stores = [
  {
    externalReferenceId: "STORE-001",
    locationIdentifier: "Long Street Store",
    formattedAddress: "123 Long Street, Cape Town",
    latitude: "-33.9249",
    longitude: "18.4241",
  },
  {
    externalReferenceId: "STORE-002",
    locationIdentifier: "Kloof Street Store",
    formattedAddress: "17 Kloof Street, Cape Town",
    latitude: "-33.9312",
    longitude: "18.4110",
  },
] as const;
const person = { name: "Thandi", surname: "Nkosi", mobile: "+27821234567", email: "thandi@example.com" };

/** Everybody who does something in it, each at the door that is theirs. */
interface Cast {
  readonly system: TestSystem;
  partner(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<{ readonly id: number }>;
  control(path: string, body?: unknown): Promise<void>;
  responder(path: string, body?: unknown): Promise<void>;
  readonly responderId: number;
}

/** Lets every event happen of which partners are told, through the public doors. */
export async function tellStory(system: TestSystem): Promise<void> {
  const cast = await gather(system);
  const customerId = await aCustomerComes(cast);
  for (const store of stores) await cast.partner("POST", "/predefinedLocations", store);
  await anAlarmIsAttended(cast);
  await aResponderTurnsBack(cast);
  await theCustomerCancels(cast, customerId);
  await theCustomerGoes(cast, customerId);
}

async function gather(system: TestSystem): Promise<Cast> {
  const { context, clock } = system;
  const { supplier } = await createSupplier(context, installation, { name: "Table Bay Response" });
  const details = {
    login: "tb-7",
    pin: "2468",
    name: "Sipho Dlamini",
    callSign: "TB 7",
    vehicle: "CA 123-456",
  };
  const { id } = await createResponder(context, installation, {
    ...details,
    supplierId: supplier.id,
    responseTypes: [1, 2],
  });
  await setShift(context, installation, id, { onDuty: true, until: null });
  // as an app does all the while: a position that is not fresh is none
  const report = async (): Promise<void> => {
    context.fleet.record(id, [fixAt({ latitude: -33.93, longitude: 18.42 }, clock.now())]);
    await context.fleet.flush();
  };
  await report();
  const { token } = await context.sessions.issue({ kind: "responder", subjectId: id });
  const send = async (request: TestRequest, ...expected: readonly number[]): Promise<{ id: number }> => {
    const answer = await system.request(request);
    const { status, text } = answer;
    if (status >= 300 && !expected.includes(status)) throw new Error(`${request.path}: ${status} ${text}`);
    // now, while what it tells of is so
    await context.webhooks.runDue();
    clock.advance({ seconds: 20 });
    await report();
    return answer.body as { id: number };
  };
  return {
    system,
    responderId: id,
    partner: async (method, path, body) => send({ method, path: `/panic-api/v2${path}`, body }, 409),
    async control(path, body = {}) {
      const token = await system.operatorToken("supervisor");
      await send({ method: "POST", path: `/control/v1${path}`, body, token });
    },
    async responder(path, body = {}) {
      await send({ method: "POST", path: `/responder/v1${path}`, body, token });
    },
  };
}

async function aCustomerComes({ partner }: Cast): Promise<number> {
  const { id } = await partner("POST", "/customers", {
    customer: person,
    subscription: { subscriptionTypeId: 1 },
  });
  const customer = { vehicleMake: "Toyota", vehicleModel: "Corolla", vehicleLicensePlate: "CA 987-654" };
  await partner("PUT", `/customers/${id}`, { customer });
  return id;
}

async function anAlarmIsAttended({ system, partner, control, responder }: Cast): Promise<void> {
  const { id } = await partner("POST", "/predefinedLocations/externalRef/STORE-001/callouts", {
    responseTypeId: 1,
  });
  await control(`/callouts/${id}/own`);
  await system.drain();
  const [offer] = await system.context.db.query<{ id: number }>({ text: "select id from offer order by id" });
  await responder(`/offers/${offer?.id}/accept`);
  await partner("POST", `/callouts/${id}/location`, { latitude: -33.925, longitude: 18.4243, accuracy: 8 });
  const assignment = await newestAssignment(system);
  await responder(`/assignments/${assignment}/arrive`);
  await responder(`/assignments/${assignment}/complete`, { outcome: "attended" });
  await control(`/callouts/${id}/close`, { outcome: "attended" });
}

async function aResponderTurnsBack({
  system,
  partner,
  control,
  responder,
  responderId,
}: Cast): Promise<void> {
  const { id } = await partner("POST", "/predefinedLocations/externalRef/STORE-002/callouts", {
    responseTypeId: 1,
  });
  await control(`/callouts/${id}/dispatch`, { responderId });
  await responder(`/assignments/${await newestAssignment(system)}/abort`, { reason: "Flat tyre" });
  await partner("POST", `/callouts/${id}/cancel`, {});
}

async function theCustomerCancels({ partner }: Cast, customerId: number): Promise<void> {
  const home = {
    externalReferenceId: "HOME-1",
    locationIdentifier: "Home",
    latitude: "-33.918",
    longitude: "18.4233",
  };
  await partner("POST", "/predefinedLocations", { ...home, customerId });
  const { id } = await partner("POST", "/predefinedLocations/externalRef/HOME-1/callouts", {
    responseTypeId: 2,
  });
  await partner("POST", `/callouts/${id}/cancel`, { safeCode: "4567" });
}

async function theCustomerGoes({ system, partner }: Cast, customerId: number): Promise<void> {
  const path = `/subscriptions/${await subscriptionOf(system, customerId)}`;
  const validTo = system.clock.now().add({ hours: 24 * 30 });
  await partner("PUT", path, { validTo: validTo.toString() });
  await partner("DELETE", path, { reason: "Moved away" });
  const shortly = system.clock.now().add({ minutes: 5 });
  const subscription = { customerId, subscriptionTypeId: 1, validTo: shortly.toString() };
  const { id: lapsing } = await partner("POST", "/subscriptions", subscription);
  system.clock.advance({ hours: 1 });
  // too late: refused, and told
  await partner("DELETE", `/subscriptions/${lapsing}`, {});
  await partner("POST", `/customers/${customerId}/delete`, {});
}

async function newestAssignment({ context }: TestSystem): Promise<number> {
  const [row] = await context.db.query<{ id: number }>({ text: "select max(id) as id from assignment" });
  return row?.id ?? 0;
}

async function subscriptionOf({ context }: TestSystem, customerId: number): Promise<number> {
  const text = "select id from subscription where customer_id = $1";
  const [row] = await context.db.query<{ id: number }>({ text, values: [customerId] });
  return row?.id ?? 0;
}
