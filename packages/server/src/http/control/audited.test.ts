import { addOperator, addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../panic-v2/leads/testing/add-lead.ts";
import { controlOperations } from "./operations.ts";
import { as } from "./testing/as.ts";
import { act, raise, raiseAndSend } from "./testing/callouts.ts";
import { putUnderDuress } from "./testing/duress.ts";
import { box } from "./testing/geometry.ts";
import { addKnownOperator, addNewcomer, firstPassword, signIn } from "./testing/known-operator.ts";

/** Whoever adds an operation that changes something says here how it is done once. */
const system = useSystem();
const name = (): string => `name-${system.context.random.bytes(4).toString("hex")}`;

/** Does it once and gives what it was done to. */
type Deed = () => Promise<{ kind: string; id: number }>;

const deeds: Readonly<Record<string, Deed>> = {
  "sign-in-operator": async () => {
    const username = name();
    const { operatorId } = await addNewcomer(system, username);
    await signIn(system, username, firstPassword);
    return { kind: "operator", id: operatorId };
  },
  "sign-out-operator": async () => {
    const { operatorId, token } = await addOperator(system);
    await system.request({ method: "DELETE", path: "/control/v1/sessions", token: await token() });
    return { kind: "operator", id: operatorId };
  },
  "change-password": async () => {
    const { operatorId } = await addKnownOperator(system, name());
    return { kind: "operator", id: operatorId };
  },
  "own-callout": async () => onCallout(await raise(system), "own"),
  "release-callout": async () => {
    const calloutId = await raise(system);
    await act(system, calloutId, "own", undefined, "admin");
    return onCallout(calloutId, "release");
  },
  "dispatch-responder": async () => {
    const [responder] = await addResponders(system, 1);
    return onCallout(await raise(system), "dispatch", { responderId: responder?.responderId });
  },
  "stand-down-responders": async () =>
    onCallout((await raiseAndSend(system)).calloutId, "stand-down", { reason: "Enough." }),
  "comment-on-callout": async () => onCallout(await raise(system), "events", { message: "Called." }),
  "verify-callout": async () => onCallout(await raise(system), "verify", { classificationId: 1 }),
  "clear-duress": async () => {
    const calloutId = await raise(system);
    await putUnderDuress(system, calloutId);
    return onCallout(calloutId, "clear-duress", { reason: "She mistyped." });
  },
  "complete-callout": async () => onCallout((await raiseAndSend(system)).calloutId, "complete"),
  "cancel-by-hand": async () => onCallout(await raise(system), "cancel", { reason: "A mistake." }),
  "close-callout": async () => onCallout(await raise(system), "close", { outcome: "test" }),
  "assign-visit": async () => {
    const { visitId } = await addVisit(system);
    const { responderId } = await addOne();
    await as(system, "admin", "POST", `/visits/${visitId}/assign`, { responderId });
    return { kind: "visit", id: visitId };
  },
  "create-supplier": () => made("supplier", "/suppliers", { name: name() }),
  "update-supplier": async () => changed("supplier", "/suppliers", (await addOne()).supplierId),
  "create-responder": async () => {
    const { supplierId } = await addOne();
    const body = { supplierId, name: "Car7", login: name(), pin: "2468", responseTypes: [1] };
    return made("responder", "/responders", body);
  },
  "update-responder": async () => changed("responder", "/responders", (await addOne()).responderId),
  "create-operator": () =>
    made("operator", "/operators", {
      username: name(),
      name: "T",
      role: "operator",
      password: "a first password",
    }),
  "update-operator": async () => changed("operator", "/operators", (await addOperator(system)).operatorId),
  "create-coverage-area": async () => made("coverageArea", "/coverage-areas", await area()),
  "update-coverage-area": async () => {
    const { id } = await made("coverageArea", "/coverage-areas", await area());
    return changed("coverageArea", "/coverage-areas", id);
  },
  "delete-coverage-area": async () => {
    const { id } = await made("coverageArea", "/coverage-areas", await area());
    await as(system, "admin", "DELETE", `/coverage-areas/${id}`);
    return { kind: "coverageArea", id };
  },
  "update-lead": async () => {
    const { id } = await addLead(system);
    const { body } = await as(system, "admin", "PATCH", `/leads/${id}`, { status: "PROCESSING" });
    return { kind: "lead", id: body.number };
  },
  "advance-callout": async () => {
    (system.context.settings as { demo: boolean }).demo = true;
    await addOne();
    const calloutId = await raise(system);
    await as(system, "admin", "POST", `/simulator/callouts/${calloutId}/advance`, { to: "dispatched" });
    return { kind: "callout", id: calloutId };
  },
};

async function onCallout(calloutId: number, action: string, body?: object) {
  await act(system, calloutId, action, body, "admin");
  return { kind: "callout", id: calloutId };
}

async function made(kind: string, path: string, body: object): Promise<{ kind: string; id: number }> {
  return { kind, id: (await as(system, "admin", "POST", path, body)).body.id };
}

async function changed(kind: string, path: string, id: number) {
  await as(system, "admin", "PATCH", `${path}/${id}`, { name: name() });
  return { kind, id };
}

async function addOne() {
  const [responder] = await addResponders(system, 1);
  if (!responder) throw new Error("no responder was made");
  return responder;
}

async function area() {
  const { supplierId } = await addOne();
  return { supplierId, responseTypeId: 4, name: "Far away", geometry: box(10, 10, 11, 11) };
}

const changing = controlOperations.filter(({ method }) => method !== "GET");

test.each(changing.map(({ operationId }) => ({ operationId })))(
  "$operationId leaves one entry: who, what, on which",
  async ({ operationId }) => {
    const deed = deeds[operationId];
    if (!deed) throw new Error(`Say in this file how ${operationId} is done`);
    const subject = await deed();
    const { entries } = (await as(system, "admin", "GET", "/audit?limit=1000")).body;
    const mine = entries.filter(
      (entry: { action: string; subject: { kind: string; id: number } | null }) =>
        entry.action === operationId && entry.subject?.id === subject.id,
    );
    const actor = { kind: "operator", id: expect.any(Number), name: expect.any(String) };
    expect(mine).toMatchObject([{ actor, subject }]);
  },
);
