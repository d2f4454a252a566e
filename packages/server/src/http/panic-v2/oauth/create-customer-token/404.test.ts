import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup, sendForm, thandi } from "../../customer-signup/testing/open-signup.ts";

const system = useSystem();
const ask = (signupSessionId: string) =>
  system.request({ method: "POST", path: "/panic-api/v2/oauth/customerToken", body: { signupSessionId } });

test("no such sign-up, another tenant's, one whose person is gone", async () => {
  const theirs = await openSignup(system, {}, system.otherPartner);
  for (const id of [theirs.id, "00000000-0000-4000-8000-000000000000"])
    expect(await ask(id)).toMatchObject({
      status: 404,
      body: { message: `Sign-up session ${id} was not found.` },
    });
  const { id, page } = await openSignup(system);
  await sendForm(system, page, thandi);
  const path = `/panic-api/v2/customer-signup/sessions/${id}`;
  const { customerId } = (await system.request({ method: "GET", path })).body;
  await system.request({ method: "POST", path: `/panic-api/v2/customers/${customerId}/delete` });
  expect(await ask(id)).toMatchObject({
    status: 404,
    body: { message: `Customer ${customerId} was not found.` },
  });
});
