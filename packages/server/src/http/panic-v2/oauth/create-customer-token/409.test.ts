import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup, sendForm } from "../../customer-signup/testing/open-signup.ts";

const system = useSystem();
const ask = (signupSessionId: string) =>
  system.request({ method: "POST", path: "/panic-api/v2/oauth/customerToken", body: { signupSessionId } });

test("nobody has signed up yet, or nobody will", async () => {
  const { id, page } = await openSignup(system);
  expect(await ask(id)).toMatchObject({ status: 409, headers: { "x-error-code": "signup-state" } });
  await sendForm(system, page, { action: "cancel" });
  expect((await ask(id)).body.message).toContain("The sign-up is cancelled");
});
