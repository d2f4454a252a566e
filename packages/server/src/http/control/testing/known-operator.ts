import type { TestSystem } from "@tocsin/testkit";

export const firstPassword = "first-password-of-all";

/** Somebody with a password of their own choice, made and changed through the API. */
export async function addKnownOperator(
  system: TestSystem,
  username: string,
  password = "correct horse battery",
): Promise<{ readonly username: string; readonly password: string; readonly operatorId: number }> {
  const made = await addNewcomer(system, username);
  const first = await signIn(system, username, firstPassword);
  await system.request({
    method: "POST",
    path: "/control/v1/password",
    token: first.body.accessToken,
    body: { current: firstPassword, next: password },
  });
  return { username, password, operatorId: made.operatorId };
}

/** Somebody who has to change {@link firstPassword} first. */
export async function addNewcomer(
  system: TestSystem,
  username: string,
): Promise<{ readonly operatorId: number }> {
  const token = await system.operatorToken("admin");
  const body = { username, name: `Name of ${username}`, role: "operator", password: firstPassword };
  const made = await system.request({ method: "POST", path: "/control/v1/operators", token, body });
  return { operatorId: made.body.id };
}

export function signIn(system: TestSystem, username: string, password: string) {
  const body = { username, password };
  return system.request({ method: "POST", path: "/control/v1/sessions", token: null, body });
}
