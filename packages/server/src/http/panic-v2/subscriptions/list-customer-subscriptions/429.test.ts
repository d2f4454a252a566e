import { registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the fifty-first request in ten seconds is told when to come back, and is let through then", async () => {
  const { id } = await registerPerson(system);
  const token = await system.token();
  const list = () =>
    system.request({ method: "GET", path: `/panic-api/v2/customers/${id}/subscriptions`, token });
  const first = await Promise.all(Array.from({ length: 20 }, list));
  system.clock.advance({ seconds: 4 });
  const more = await Promise.all(Array.from({ length: 30 }, list));
  expect(new Set([...first, ...more].map(({ status }) => status))).toEqual(new Set([200]));

  const refused = await list();
  expect(refused.status).toBe(429);
  expect(refused.headers["retry-after"]).toBe("6");
  expect(refused.headers["x-error-code"]).toBe("too-many-requests");
  expect(refused.body).toEqual({ message: expect.stringContaining("Wait 6 s.") });

  system.clock.advance({ milliseconds: 5_999 });
  expect((await list()).headers["retry-after"]).toBe("1");
  system.clock.advance({ milliseconds: 1 });
  expect((await list()).status).toBe(200);
});

test("nothing else is held up meanwhile, and no other tenant", async () => {
  const { id } = await registerPerson(system);
  const theirs = await registerPerson(system, { partner: system.otherPartner });
  const token = await system.token();
  const path = `/panic-api/v2/customers/${id}`;
  const statuses = [];
  for (let n = 0; n < 60; n++)
    statuses.push((await system.request({ method: "GET", path: `${path}/subscriptions`, token })).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await system.request({ method: "GET", path, token })).status).toBe(200);
  const other = {
    method: "GET",
    path: `/panic-api/v2/customers/${theirs.id}/subscriptions`,
    token: await system.token(system.otherPartner),
  } as const;
  expect((await system.request(other)).status).toBe(200);
});
