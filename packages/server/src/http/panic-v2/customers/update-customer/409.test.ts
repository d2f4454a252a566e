import { registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a mobile that another customer has: nothing changes", async () => {
  const [holder, other] = [await registerPerson(system), await registerPerson(system)];
  const path = `/panic-api/v2/customers/${other.id}`;
  const body = { customer: { surname: "Doe", mobile: holder.mobile } };
  const answer = await system.request({ method: "PUT", path, body });
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe("mobile-taken");
  expect(answer.body.message).toContain(`Customer ${holder.id} has the mobile ${holder.mobile}.`);
  expect((await system.request({ method: "GET", path })).body).toMatchObject({
    surname: "Dube",
    mobile: other.mobile,
  });
});

test("of several who want a number at the same instant one gets it", async () => {
  const people = [await registerPerson(system), await registerPerson(system), await registerPerson(system)];
  const answers = await Promise.all(
    people.map(({ id }) =>
      system.request({
        method: "PUT",
        path: `/panic-api/v2/customers/${id}`,
        body: { mobile: "+27831111111" },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
});
