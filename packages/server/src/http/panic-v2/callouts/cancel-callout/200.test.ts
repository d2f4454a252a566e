import { addResponder, bringTo, raiseCallout, type TestCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { addCustomer } from "../testing/add-customer.ts";

const system = useSystem();

const cancel = ({ id }: TestCallout, body?: unknown, headers = {}) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/cancel`, body, headers });
const read = ({ id }: TestCallout) => system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });

async function notices({ id }: TestCallout): Promise<string[]> {
  const rows = await system.context.db.query<{ event: string }>({
    text: "select event from outbox where callout_id = $1 order by id",
    values: [id],
  });
  return rows.map(({ event }) => event);
}

async function engagements({ id }: TestCallout): Promise<number> {
  return (
    await system.context.db.query({ text: "select from engagement where callout_id = $1", values: [id] })
  ).length;
}

describe("without a code it is cancelled as it is", () => {
  test.each([
    ["an absent body", undefined],
    ["{}", {}],
    ["an empty code", { safeCode: "" }],
    ["null", { safeCode: null }],
    ["unknown members", { reason: "x" }],
  ])("%s", async (_title, body) => {
    const callout = await raiseCallout(system);
    const responder = await addResponder(system);
    await bringTo(system, callout, "assigned", responder);
    system.clock.advance({ seconds: 5 });
    const answer = await cancel(callout, body);
    const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: callout.id,
        status: "Responder Cancelled",
        message: "Callout cancelled.",
        callout: {
          status: "Responder Cancelled",
          incidentInformation: [
            { id: callout.id, responder: { id: responder.responderId }, cancelledAt: now, completedAt: null },
          ],
        },
      },
    });
    expect(await engagements(callout)).toBe(0);
    expect((await notices(callout)).at(-1)).toBe("CALLOUT_NO_LONGER_REQUIRES_RESPONSE");
    expect((await read(callout)).body.status).toBe("Responder Cancelled");
  });
});

describe("with the last four digits of the customer's mobile it is the customer who cancels", () => {
  test.each(["4567", " 4567 "])("%j", async (safeCode) => {
    const mobile = `+2782${safeCode.length}234567`;
    const callout = await raiseCallout(system, { customerId: await addCustomer(system, { mobile }) });
    expect((await cancel(callout, { safeCode })).status).toBe(200);
    expect((await read(callout)).body.status).toBe("Responder Cancelled");
    expect((await notices(callout)).at(-1)).toBe("CALLOUT_SOFT_CANCELLED_BY_CUSTOMER");
  });
});

test("one that is cancelled already is answered unchanged, whatever the code", async () => {
  const customerId = await addCustomer(system, { mobile: "+27829990001" });
  const callout = await raiseCallout(system, { customerId });
  const first = await cancel(callout);
  system.clock.advance({ seconds: 60 });
  for (const body of [undefined, { safeCode: "0001" }, { safeCode: "9999" }]) {
    expect(await cancel(callout, body)).toMatchObject({ status: 200, body: first.body });
  }
  expect(await notices(callout)).toEqual(["NEW_CALLOUT", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE"]);
});

test("is answered again under the same Idempotency-Key, and done once", async () => {
  const callout = await raiseCallout(system);
  const key = { "idempotency-key": `cancel-${callout.id}` };
  const [first, second] = [await cancel(callout, {}, key), await cancel(callout, {}, key)];
  expect(second.text).toBe(first.text);
  expect((await notices(callout)).length).toBe(2);
});
