import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../../../panic-v2/leads/testing/add-lead.ts";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("those of all partners, the newest first, page by page; with a status, those alone", async () => {
  const ids = [];
  for (const partner of [system.partner, system.otherPartner, system.partner])
    ids.unshift((await addLead(system, partner)).id);
  const all = await as(system, "operator", "GET", "/leads");
  expect(all.status).toBe(200);
  expect(all.body.leads.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(all.body.leads[1]).toMatchObject({
    number: expect.any(Number),
    customerSource: { id: system.otherPartner.customerSourceId, name: "Umbra Insurance" },
    customerData: { name: "Thandi" },
  });
  const first = await as(system, "operator", "GET", "/leads?limit=2");
  const second = await as(system, "operator", "GET", `/leads?limit=2&cursor=${first.body.nextCursor}`);
  const pages = [...first.body.leads, ...second.body.leads];
  expect(pages).toEqual(all.body.leads);
  expect(second.body.nextCursor).toBeNull();
  await as(system, "operator", "PATCH", `/leads/${ids[1]}`, { status: "FAILED" });
  const failed = await as(system, "operator", "GET", "/leads?status=FAILED");
  expect(failed.body.leads).toMatchObject([{ id: ids[1] }]);
});
