import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("another has it: the answer says who", async () => {
  const calloutId = await raise(system);
  const owner = await addOperator(system);
  await act(system, calloutId, "own", undefined, { token: await owner.token() });
  for (const role of ["operator", "supervisor"] as const) {
    const answer = await act(system, calloutId, "own", undefined, role);
    expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "callout-state" } });
    expect(answer.body.message).toContain(owner.name);
  }
});

test("of ten who want it at the same instant one gets it, and the others read the name", async () => {
  const calloutId = await raise(system);
  const operators = await Promise.all(Array.from({ length: 10 }, () => addOperator(system)));
  const tokens = await Promise.all(operators.map((operator) => operator.token()));
  const answers = await Promise.all(
    tokens.map((token) => act(system, calloutId, "own", undefined, { token })),
  );
  const { owner } = (await look(system, `/callouts/${calloutId}`)).body;
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  expect(won[0]?.body.owner).toEqual(owner);
  for (const { status, body } of answers.filter((answer) => !won.includes(answer))) {
    expect(status).toBe(409);
    expect(body.message).toContain(owner.name);
  }
});

test("a closed one belongs to nobody any more", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "close", { outcome: "duplicate" });
  const answer = await act(system, calloutId, "own");
  expect(answer).toMatchObject({
    status: 409,
    body: { message: `Callout ${calloutId} is closed (alreadyClosed). Possible now: commented.` },
  });
});
