import { addOperator, addResponders, type TestRole, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import type { Operation } from "../route.ts";
import { controlOperations } from "./operations.ts";

/**
 * Who may call what, for every operation of this door: it stands for a 401.test.ts and a 403.test.ts in each folder.
 * Whoever may call is refused for another reason, since nothing here exists: what counts is that it is neither 401 nor 403.
 */
const system = useSystem();
const roles: readonly TestRole[] = ["operator", "supervisor", "admin"];
const guarded = controlOperations.filter(({ access }) => access !== "open");

function mayCall(role: TestRole, { access }: Operation): boolean {
  return access === "newcomer" || roles.indexOf(role) >= roles.indexOf(access as TestRole);
}

async function call({ method, path }: Operation, token: string | null) {
  const withIds = path.replaceAll(/:\w+/g, "999999");
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  return system.request({ method, path: withIds, token, body });
}

test("every operation of the door but signing in asks who calls", () => {
  const open = controlOperations.filter(({ access }) => access === "open");
  expect(open.map(({ operationId }) => operationId)).toEqual(["sign-in-operator"]);
  for (const { access, operationId } of guarded) {
    expect([...roles, "newcomer"], operationId).toContain(access);
  }
});

describe.each(guarded.map((operation) => ({ name: `${operation.method} ${operation.path}`, operation })))(
  "$name",
  ({ operation }) => {
    test("without a token, and with a token of another door: 401, even when all else is wrong too", async () => {
      const [responder] = await addResponders(system, 1);
      const tokens = [null, "made-up", await system.token(), (await responder?.token()) ?? ""];
      for (const token of tokens) {
        const answer = await call(operation, token);
        expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
      }
    });

    // an answer without an end is tested where it is made
    test.each(roles.filter((role) => mayCall(role, operation) && !operation.endless))(
      "%s: may",
      async (role) => {
        const answer = await call(operation, await system.operatorToken(role));
        expect([401, 403]).not.toContain(answer.status);
      },
    );

    test.each(roles.filter((role) => !mayCall(role, operation)))("%s: 403", async (role) => {
      const answer = await call(operation, await system.operatorToken(role));
      expect(answer).toMatchObject({ status: 403, headers: { "x-error-code": "forbidden" } });
      expect(answer.body.message).toBe(`This takes the role ${operation.access}; yours is ${role}.`);
    });

    test("who has to change the password first may do that and sign out, nothing else", async () => {
      const { operatorId, token } = await addOperator(system, "admin");
      await system.context.db.query({
        text: "update operator set must_change_password = true where id = $1",
        values: [operatorId],
      });
      const { headers } = await call(operation, await token());
      const isLetIn = headers["x-error-code"] !== "password-change-required";
      expect(isLetIn).toBe(operation.access === "newcomer");
    });
  },
);

test("a disabled operator's session is over at once", async () => {
  const { operatorId, token } = await addOperator(system, "admin");
  const session = await token();
  const request = { method: "GET", path: "/control/v1/callouts", token: session } as const;
  expect((await system.request(request)).status).toBe(200);
  await system.context.db.query({
    text: "update operator set disabled_at = now() where id = $1",
    values: [operatorId],
  });
  expect((await system.request(request)).status).toBe(401);
});

test("a role that was taken away is away with the next request", async () => {
  const { operatorId, token } = await addOperator(system, "admin");
  const session = await token();
  const request = { method: "GET", path: "/control/v1/operators", token: session } as const;
  expect((await system.request(request)).status).toBe(200);
  await system.context.db.query({
    text: "update operator set role = 'operator' where id = $1",
    values: [operatorId],
  });
  expect((await system.request(request)).status).toBe(403);
});
