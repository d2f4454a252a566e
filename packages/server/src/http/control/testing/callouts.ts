import {
  addPlaces,
  addResponders,
  type TestResponder,
  type TestRole,
  type TestSystem,
} from "@tocsin/testkit";

/** Raises a callout at a place of its own, as a partner does. Returns its id. */
export async function raise(system: TestSystem, body: object = { responseTypeId: 1 }): Promise<number> {
  const prefix = `at-${system.context.random.bytes(4).toString("hex")}`;
  const [place = ""] = await addPlaces(system, 1, prefix);
  const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  const raised = await system.request({ method: "POST", path, body });
  return raised.body.id;
}

/** Does something to a callout in the control room. */
export async function act(
  system: TestSystem,
  calloutId: number,
  action: string,
  body?: object,
  by: TestRole | { readonly token: string } = "operator",
) {
  const token = typeof by === "string" ? await system.operatorToken(by) : by.token;
  return system.request({ method: "POST", path: `/control/v1/callouts/${calloutId}/${action}`, token, body });
}

export async function look(system: TestSystem, path: string, role: TestRole = "operator") {
  return system.request({
    method: "GET",
    path: `/control/v1${path}`,
    token: await system.operatorToken(role),
  });
}

/** A callout with a responder on the way, sent by hand. */
export async function raiseAndSend(
  system: TestSystem,
): Promise<{ readonly calloutId: number; readonly responder: TestResponder }> {
  const calloutId = await raise(system);
  const [responder] = await addResponders(system, 1);
  if (!responder) throw new Error("no responder was made");
  await act(system, calloutId, "dispatch", { responderId: responder.responderId });
  return { calloutId, responder };
}
