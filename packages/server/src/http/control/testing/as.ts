import type { TestRequest, TestRole, TestSystem } from "@tocsin/testkit";

/** A request of somebody in the control room. */
export async function as(
  system: TestSystem,
  role: TestRole,
  method: TestRequest["method"],
  path: string,
  body?: unknown,
) {
  return system.request({
    method,
    path: `/control/v1${path}`,
    token: await system.operatorToken(role),
    body,
  });
}
