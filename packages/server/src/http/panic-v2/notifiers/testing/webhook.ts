import type { TestPartner, TestResponse, TestSystem } from "@tocsin/testkit";

export const webhookPath = "/panic-api/v2/notifiers/webhooks";

/** A registration that nothing is wrong with. */
export const right = { url: "https://hooks.example.com/tocsin?tenant=1", events: ["NEW_CALLOUT"] };

export async function sendWebhook(
  system: TestSystem,
  body: unknown = right,
  partner?: TestPartner,
): Promise<TestResponse> {
  const token = partner ? { token: await system.token(partner) } : {};
  return system.request({ method: "POST", path: webhookPath, body, ...token });
}
