import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("A new responder is in the fleet, on duty, with a position, and may sign in", async () => {
  const [one, two] = await addResponders(system, 2);
  const entry = system.context.fleet.find(one?.responderId ?? 0);
  expect(entry).toMatchObject({ responder: { onDuty: true, name: "Responder 1" }, fix: { latitude: -26.1 } });
  expect(two?.supplierId).toBe(one?.supplierId);
  expect(await system.context.sessions.verify((await one?.token()) ?? "", "responder")).toEqual({
    kind: "responder",
    subjectId: one?.responderId,
  });
});
