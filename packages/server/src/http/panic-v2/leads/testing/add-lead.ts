import type { TestPartner, TestSystem } from "@tocsin/testkit";

/** Sends a lead as a partner does; the answer. */
export async function addLead(
  system: TestSystem,
  partner: TestPartner = system.partner,
): Promise<{ readonly id: string }> {
  const { body } = await system.request({
    method: "POST",
    path: "/panic-api/v2/leads",
    token: await system.token(partner),
    body: { mobileNumber: "0825550100", customerData: { name: "Thandi" } },
  });
  return body;
}
