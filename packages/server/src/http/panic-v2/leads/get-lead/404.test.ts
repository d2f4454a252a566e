import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addLead } from "../testing/add-lead.ts";

const system = useSystem();

test("an id that never was and another tenant's, in the same words", async () => {
  const theirs = await addLead(system, system.otherPartner);
  for (const id of [theirs.id, "00000000-0000-4000-8000-000000000000"]) {
    const answer = await system.request({ method: "GET", path: `/panic-api/v2/leads/${id}` });
    expect(answer).toMatchObject({ status: 404, body: { message: `Lead ${id} was not found.` } });
  }
});
