import { raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { addCustomer } from "../testing/add-customer.ts";

const system = useSystem();
const cancel = (id: number | string, body: unknown) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/cancel`, body });

describe("400", () => {
  test("a code where there is no mobile to compare it with: the house account's callout, which stays as it was", async () => {
    const callout = await raiseCallout(system);
    const answer = await cancel(callout.id, { safeCode: "1234" });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ field: "safeCode", message: expect.stringContaining("left out") }]);
    const { body } = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${callout.id}` });
    expect(body.status).toBe("created");
  });

  test("and a customer's without one", async () => {
    const customerId = await addCustomer(system, { mobile: null });
    const callout = await raiseCallout(system, { customerId });
    expect((await cancel(callout.id, { safeCode: "1234" })).status).toBe(400);
  });

  test.each([
    ["a number", { safeCode: 1234 }, "safeCode"],
    ["a list", { safeCode: ["1234"] }, "safeCode"],
    ["too long", { safeCode: "1".repeat(65) }, "safeCode"],
    ["a NUL character", { safeCode: "12\0" }, "safeCode"],
    ["an array for a body", [], "body"],
  ])("%s", async (_title, body, field) => {
    const answer = await cancel(1, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual([field]);
  });

  test("every bad member is named at once, of the path too", async () => {
    const answer = await cancel("abc", { safeCode: 1 });
    expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual([
      "calloutId",
      "safeCode",
    ]);
  });
});
