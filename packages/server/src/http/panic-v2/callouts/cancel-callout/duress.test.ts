import {
  addResponder,
  bringTo,
  fixAt,
  raiseCallout,
  type TestCallout,
  type TestResponse,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { hashDuressCode } from "../../../../safe-codes/index.ts";
import { addCustomer } from "../testing/add-customer.ts";

const system = useSystem();
let customers = 1000;

const cancel = ({ id }: TestCallout, body?: unknown) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/cancel`, body });
const read = ({ id }: TestCallout) => system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });
const page = async ({ page }: TestCallout) =>
  (await system.request({ method: "GET", path: page, token: null })).text;

/** A callout for a customer whose safe code is 1234, with a responder on the way. */
async function underway(duressCode?: string): Promise<TestCallout> {
  const mobile = `+2782${customers++}1234`;
  const customerId = await addCustomer(system, { mobile, ...(duressCode && { duressCode }) });
  const callout = await raiseCallout(system, { customerId });
  await bringTo(system, callout, "assigned", await addResponder(system));
  return callout;
}

/** An answer with what differs between any two callouts taken out. */
function words({ text }: TestResponse, callout: TestCallout, responderId: number): string {
  return text
    .replaceAll(callout.page, "PAGE")
    .replaceAll(String(callout.id), "CALLOUT")
    .replaceAll(String(responderId), "RESPONDER")
    .replaceAll(/"(customerId|predefinedLocationId)":\d+/g, '"$1":0')
    .replaceAll(/"supplier":\{"id":\d+,"name":"Supplier \w+"\}/g, '"supplier":{}');
}

const responderOf = ({ body }: TestResponse): number =>
  body.callout.incidentInformation[0].responder.id as number;

describe("duress", () => {
  test("is answered in the very words of a verified cancel, with the same statements", async () => {
    const [verified, forced] = [await underway("0000"), await underway("0000")];
    system.clock.advance({ seconds: 20 });
    const answers = new Map<string, TestResponse>();
    const asked: Record<string, string[]> = {};
    for (const [callout, safeCode] of [
      [verified, "1234"],
      [forced, "9876"],
    ] as const) {
      const { db } = system.context;
      const { query, transaction } = db;
      const names: string[] = [];
      Object.assign(db, {
        query: (statement: { name?: string }) => (names.push(statement.name ?? ""), query.call(db, statement as never)),
        transaction: (work: (tx: typeof db) => Promise<unknown>) =>
          transaction.call(db, (tx) => {
            const spied = {
              ...tx,
              query: (statement: { name?: string }) => (
                names.push(statement.name ?? ""), tx.query(statement as never)
              ),
            };
            return work(spied as typeof db);
          }),
      });
      answers.set(safeCode, await cancel(callout, { safeCode }));
      Object.assign(db, { query, transaction });
      asked[safeCode] = names;
    }
    const [right, wrong] = [answers.get("1234"), answers.get("9876")];
    if (!right || !wrong) throw new Error("no answer");
    expect(wrong.status).toBe(200);
    expect(words(wrong, forced, responderOf(wrong))).toBe(words(right, verified, responderOf(right)));
    expect(asked["9876"]).toEqual(asked["1234"]);
    expect(asked["1234"]).toContain("callout-save");
  });
});
