import {
  addResponder,
  bringTo,
  fixAt,
  happen,
  raiseCallout,
  type TestCallout,
  type TestResponder,
  type TestResponse,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { hashDuressCode } from "../../../../safe-codes/index.ts";
import { addCustomer } from "../testing/add-customer.ts";
import { recordStatements } from "../testing/record-statements.ts";

const system = useSystem();
let customers = 1000;

const cancel = ({ id }: TestCallout, safeCode?: string) =>
  system.request({
    method: "POST",
    path: `/panic-api/v2/callouts/${id}/cancel`,
    body: safeCode === undefined ? {} : { safeCode },
  });
const read = ({ id }: TestCallout) => system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });
const openPage = async ({ page }: TestCallout) =>
  (await system.request({ method: "GET", path: page, token: null })).text;

/** A callout for a customer whose safe code is 1234, with a responder on the way. */
async function underway(
  duressCode?: string,
): Promise<TestCallout & { responder: TestResponder; assignmentId: number }> {
  const mobile = `+2782${customers++}1234`;
  const customerId = await addCustomer(system, { mobile, ...(duressCode && { duressCode }) });
  const callout = await raiseCallout(system, { customerId });
  const responder = await addResponder(system);
  return { ...callout, responder, assignmentId: await bringTo(system, callout, "assigned", responder) };
}

/** An answer, with what differs between any two callouts taken out. */
function words({ text }: TestResponse, callout: TestCallout & { readonly responder: TestResponder }): string {
  return text
    .replaceAll(callout.page, "PAGE")
    .replaceAll(String(callout.id), "CALLOUT")
    .replaceAll(String(callout.responder.responderId), "RESPONDER")
    .replaceAll(/"(customerId|predefinedLocationId)":\d+/g, '"$1":0')
    .replaceAll(/"supplier":\{"id":\d+,"name":"Supplier \w+"\}/g, '"supplier":{}');
}

describe("to whoever stands by", () => {
  test("it is the very words of a verified cancel, made of the same statements, so in the same time", async () => {
    const [verified, forced] = [await underway("0000"), await underway("0000")];
    system.clock.advance({ seconds: 20 });
    const answers: TestResponse[] = [];
    const statements = [];
    for (const [callout, code] of [
      [verified, "1234"],
      [forced, "9876"],
    ] as const) {
      statements.push(
        await recordStatements(system.context, async () => answers.push(await cancel(callout, code))),
      );
    }
    const [right, wrong] = answers;
    if (!right || !wrong) throw new Error("One was not answered");
    expect([right.status, wrong.status]).toEqual([200, 200]);
    expect(words(wrong, forced)).toBe(words(right, verified));
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[0]).toContain("callout-save");
  });

  test("a second cancel with a wrong code says the same again, wherever the responder has got to by then", async () => {
    const callout = await underway();
    const first = await cancel(callout, "0000");
    const { responder, assignmentId } = callout;
    const by = { kind: "responder", id: responder.responderId, name: null } as const;
    system.clock.advance({ seconds: 90 });
    system.context.fleet.record(responder.responderId, [
      fixAt({ latitude: -26.2, longitude: 28 }, system.clock.now()),
    ]);
    await system.context.fleet.flush();
    await happen(system, callout, { type: "arrived", assignmentId, position: null, by });
    expect((await cancel(callout, "1111")).text).toBe(first.text);
  });

  test("the tracking page goes on showing it cancelled, and nobody on the way; after the close, closed", async () => {
    const callout = await underway();
    expect(await openPage(callout)).toContain("<h1>Responder Dispatched</h1>");
    await cancel(callout, "0000");
    const by = { kind: "responder", id: callout.responder.responderId, name: null } as const;
    const { assignmentId } = callout;
    for (const type of ["arrived", "completed"] as const) {
      const html = await openPage(callout);
      expect(html).toContain("<h1>Responder Cancelled</h1>");
      expect(html).not.toContain("Responder 1");
      await happen(
        system,
        callout,
        type === "arrived"
          ? { type, assignmentId, position: null, by }
          : { type, assignmentId, outcome: null, notes: null, by },
      );
    }
    expect(await openPage(callout)).toContain("<h1>Responder Cancelled</h1>");
    const duty = { kind: "controller", id: 1, name: "Duty" } as const;
    await happen(system, callout, { type: "closed", outcome: "attended", notes: null, by: duty });
    expect(await openPage(callout)).toContain("<h1>closed</h1>");
  });
});

describe("what is duress", () => {
  test.each(["0000", "123", "12345", "12 34", "١٢٣٤", "abcd", " ", "4321"])("the code %j", async (code) => {
    const callout = await underway();
    await cancel(callout, code);
    expect((await read(callout)).body.status).toBe("Responder Dispatched");
  });

  test("the customer's duress code, also where it is the very digits of the mobile", async () => {
    const callout = await underway("1234");
    expect((await cancel(callout, "1234")).body.status).toBe("Responder Cancelled");
    expect((await read(callout)).body.status).toBe("Responder Dispatched");
  });

  test("the place's duress code, in the same way", async () => {
    const callout = await underway();
    await system.context.db.query({
      text: `update fixed_location set duress_code_hash = $1
        where id = (select fixed_location_id from callout where id = $2)`,
      values: [await hashDuressCode(system.context.random, "1234"), callout.id],
    });
    await cancel(callout, "1234");
    expect((await read(callout)).body.status).toBe("Responder Dispatched");
  });
});

describe("behind it help goes on", () => {
  test("nobody is stood down, the partner's server reads the truth, and hears of it by CALLOUT_EVENTS_CHANGED alone", async () => {
    const callout = await underway();
    const outbox = async (): Promise<string[]> =>
      (
        await system.context.db.query<{ event: string }>({
          text: "select event from outbox where callout_id = $1 order by id",
          values: [callout.id],
        })
      ).map(({ event }) => event);
    const before = await outbox();
    await cancel(callout, "0000");
    expect((await outbox()).slice(before.length)).toEqual(["CALLOUT_EVENTS_CHANGED"]);
    const { body } = await read(callout);
    expect(body.callout.incidentInformation).toMatchObject([{ cancelledAt: null }]);
    const active = await system.request({ method: "GET", path: "/panic-api/v2/callouts/activeCallouts" });
    expect(active.body.map(({ id }: { id: number }) => id)).toContain(callout.id);
    const events = await system.request({
      method: "GET",
      path: `/panic-api/v2/callouts/${callout.id}/events`,
    });
    expect(events.body.at(-1)).toMatchObject({ event: { kind: "duress" } });
  });

  test("the partner's server may still cancel, with the right code or with none", async () => {
    for (const code of ["1234", undefined]) {
      const callout = await underway();
      await cancel(callout, "0000");
      expect((await cancel(callout, code)).body.status).toBe("Responder Cancelled");
      expect((await read(callout)).body.status).toBe("Responder Cancelled");
    }
  });

  test("a new raise for the place opens a new callout", async () => {
    const callout = await underway();
    await cancel(callout, "0000");
    const path = `/panic-api/v2/predefinedLocations/externalRef/${callout.reference}/callouts`;
    const again = await system.request({ method: "POST", path, body: { responseTypeId: 1 } });
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(callout.id);
  });

  test("the person's position is still taken", async () => {
    const callout = await underway();
    await cancel(callout, "0000");
    const path = `/panic-api/v2/callouts/${callout.id}/location`;
    const body = { latitude: -26.3, longitude: 28.3 };
    expect((await system.request({ method: "POST", path, body })).status).toBe(200);
    expect((await read(callout)).body).toMatchObject(body);
  });
});
