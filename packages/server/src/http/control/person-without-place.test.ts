import {
  addCustomers,
  addResponders,
  addSubscription,
  openStream,
  type StreamClient,
  useSystem,
} from "@tocsin/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOf } from "../responder/testing/at-work.ts";
import { act, look } from "./testing/callouts.ts";

const system = useSystem();
const streams: StreamClient[] = [];
let address = "";

beforeAll(async () => {
  address = await system.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => {
  for (const stream of streams) stream.cut();
});

async function listen(path: string, token: string): Promise<StreamClient> {
  const stream = await openStream(address, { path, token });
  streams.push(stream);
  return stream;
}

async function next(stream: StreamClient, event: string) {
  for await (const each of stream.events()) if (each.event === event) return each.data;
  throw new Error(`no ${event} came`);
}

test("a callout of a person at no place goes through the whole loop, and nothing of it asks for a site", async () => {
  const [customerId = 0] = await addCustomers(system, 1);
  await addSubscription(system, { customerId });
  const [responder] = await addResponders(system, 1);
  if (!responder) throw new Error("no responder was made");
  const app = await appOf(system, responder);
  const controlStream = await listen("/control/v1/stream", await system.operatorToken("operator"));
  const ownStream = await listen("/responder/v1/stream", await responder.token());

  const raised = await system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${customerId}/callouts`,
    body: { responseTypeId: 1, location: { latitude: -26.1, longitude: 28.05, accuracy: 12 } },
  });
  expect([raised.status, raised.body.predefinedLocationId]).toEqual([201, null]);
  const { id } = raised.body;
  const inQueue = {
    site: null,
    customer: { id: customerId, isHouseAccount: false },
    position: { latitude: -26.1, longitude: 28.05, accuracy: 12 },
    linked: [],
  };
  expect((await look(system, "/callouts")).body.callouts).toMatchObject([{ id, ...inQueue }]);
  expect(await next(controlStream, "callout")).toMatchObject({ kind: "raised", row: { id, ...inQueue } });
  const { candidates } = (await look(system, `/callouts/${id}/candidates`)).body;
  expect(candidates).toMatchObject([{ responderId: responder.responderId, fit: true }]);

  await system.drain();
  const work = { callout: { id }, site: null, customer: { name: "Customer", surname: "1" } };
  expect((await next(ownStream, "offer")).state.offer).toMatchObject(work);
  const { offer } = (await app.state()).body;
  expect((await app.post(`/offers/${offer.id}/accept`)).body.assignment).toMatchObject(work);
  const path = `/assignments/${(await app.state()).body.assignment.id}`;
  expect((await app.post(`${path}/arrive`)).status).toBe(200);
  expect((await app.post(`${path}/complete`)).status).toBe(200);
  expect(await act(system, id, "close", { outcome: "attended" })).toMatchObject({
    status: 200,
    body: { state: "closed", ...inQueue },
  });
  const file = (await look(system, `/callouts/${id}`)).body;
  expect([file.site, file.decisions.length, file.offers.length]).toEqual([null, 1, 1]);

  const read = (what: string, headers = {}) =>
    system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/${what}`, headers });
  expect((await read("resolutionReport")).body).toMatchObject({ calloutId: id, outcome: "attended" });
  expect((await read("resolutionReport", { accept: "application/pdf" })).headers["content-type"]).toBe(
    "application/pdf",
  );
  expect((await read("maps")).status).toBe(200);
});
