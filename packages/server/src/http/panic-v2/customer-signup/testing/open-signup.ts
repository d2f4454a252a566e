import type { TestPartner, TestResponse, TestSystem } from "@tocsin/testkit";

export interface TestSignup {
  readonly id: string;
  /** The path of its page. */
  readonly page: string;
}

/** Opens a sign-up as a partner does. */
export async function openSignup(
  system: TestSystem,
  members: Readonly<Record<string, unknown>> = {},
  partner: TestPartner = system.partner,
): Promise<TestSignup> {
  const { body } = await system.request({
    method: "POST",
    path: "/panic-api/v2/customer-signup/sessions",
    token: await system.token(partner),
    body: { returnUrl: "myapp://done?x=1", ...members },
  });
  return { id: body.id, page: new URL(body.url).pathname };
}

/** Sends a form of a hosted page as a browser does. */
export function sendForm(
  system: TestSystem,
  page: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { "sec-fetch-site": "same-origin" },
): Promise<TestResponse> {
  return system.request({
    method: "POST",
    path: page,
    token: null,
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

export const thandi = {
  name: "Thandi",
  surname: "Nkosi",
  mobile: "082 555 0100",
  email: "",
  action: "signup",
};

export function openPage(system: TestSystem, page: string): Promise<TestResponse> {
  return system.request({ method: "GET", path: page, token: null });
}
