import type { AddressInfo } from "node:net";
import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { includes } from "./fixture.ts";
import { loadCases } from "./load-cases.ts";
import { failureLine } from "./report.ts";
import { runCase } from "./run-case.ts";
import { openTarget, type Target } from "./tenants.ts";

// The acceptance suite against a server in this process, over a real socket: `npm test` holds the contract too.
const system = useSystem();
let target: Target;

beforeAll(async () => {
  await system.context.db.query({
    text: `update customer_source set policies = '{"defaultResponseTypeId": 2}' where id = $1`,
    values: [system.otherPartner.customerSourceId],
  });
  await system.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = system.app.server.address() as AddressInfo;
  const { partner, otherPartner } = system;
  const tenants = { server: partner, other: otherPartner, defaulting: otherPartner };
  target = await openTarget(new URL(`http://127.0.0.1:${port}`), tenants);
});

const cases = loadCases()
  .filter(({ profile }) => includes("wire", profile))
  .map((acceptanceCase, index) => ({ id: acceptanceCase.id, index, acceptanceCase }));

test.each(cases)("$id", async ({ acceptanceCase, index }) => {
  // what an earlier case did lies in the past
  system.clock.advance({ seconds: 1 });
  const failure = await runCase(acceptanceCase, target, `test-${String(index).padStart(8, "0")}`);
  expect(failure && failureLine(acceptanceCase, failure, target)).toBeUndefined();
});
