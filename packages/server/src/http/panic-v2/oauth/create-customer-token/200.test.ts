import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup, sendForm, thandi } from "../../customer-signup/testing/open-signup.ts";

const system = useSystem();

test("a token of the person who signed up, again and again", async () => {
  const { id, page } = await openSignup(system);
  await sendForm(system, page, thandi);
  const ask = () =>
    system.request({
      method: "POST",
      path: "/panic-api/v2/oauth/customerToken",
      body: { signupSessionId: id },
    });
  const { status, body, headers } = await ask();
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body).toEqual({
    accessToken: expect.any(String),
    tokenType: "Bearer",
    expiresIn: 3600,
    access_token: body.accessToken,
    token_type: "Bearer",
    expires_in: 3600,
  });
  const caller = await system.context.tokens.verify(body.accessToken);
  const session = await system.request({
    method: "GET",
    path: `/panic-api/v2/customer-signup/sessions/${id}`,
  });
  expect(caller).toMatchObject({ scope: "customer", customerId: session.body.customerId });
  system.clock.advance({ hours: 48 });
  expect((await ask()).status).toBe(200);
});
