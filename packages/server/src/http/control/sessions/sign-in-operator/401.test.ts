import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addKnownOperator, signIn } from "../../testing/known-operator.ts";

const system = useSystem();

test("an unknown name, a wrong password and a disabled operator are answered alike", async () => {
  const { username, password, operatorId } = await addKnownOperator(system, "dayshift");
  const answers = [await signIn(system, "nobody", password), await signIn(system, username, `${password}!`)];
  await system.request({
    method: "PATCH",
    path: `/control/v1/operators/${operatorId}`,
    token: await system.operatorToken("admin"),
    body: { disabled: true },
  });
  answers.push(await signIn(system, username, password));
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ message: "There is no operator with this username and password." });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

test("the demo's operator, whose password everybody knows, enters no system without the demo", async () => {
  await system.context.db.query({
    text: `insert into operator (username, name, role, password_hash, is_demo, created_at, updated_at)
      select 'operator', 'Demo operator', 'supervisor', password_hash, true, now(), now() from operator where username = 'dayshift'`,
  });
  expect((await signIn(system, "operator", "correct horse battery")).status).toBe(401);
});
