import { registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["an empty name", { name: "" }, ["name"]],
  ["a blank surname", { customer: { surname: " " } }, ["customer.surname"]],
  ["an empty mobile", { mobile: "" }, ["mobile"]],
  ["a mobile that is none", { customer: { mobile: "123456789012345678" } }, ["customer.mobile"]],
  ["an older mobile that is none", { mobileNumber: "x" }, ["mobileNumber"]],
  ["a birth in the future", { customer: { dateOfBirth: "2199-01-01" } }, ["customer.dateOfBirth"]],
  ["several", { mobile: 5, email: "x", hasMedicalAid: 1 }, ["mobile", "email", "hasMedicalAid"]],
  ["an envelope that is none", { customer: "Nomsa" }, ["customer"]],
  ["no body", undefined, ["body"]],
])("%s: nothing changes", async (_title, body, fields) => {
  const { id } = await registerPerson(system);
  const path = `/panic-api/v2/customers/${id}`;
  const before = await system.request({ method: "GET", path });
  const answer = await system.request({ method: "PUT", path, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(
    fields.toSorted(),
  );
  expect((await system.request({ method: "GET", path })).body).toEqual(before.body);
});

test("an id that is none", async () => {
  const answer = await system.request({ method: "PUT", path: "/panic-api/v2/customers/x", body: {} });
  expect(answer.body.errors).toMatchObject([{ field: "id" }]);
});
