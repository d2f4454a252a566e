import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { openSignup } from "../testing/open-signup.ts";

const system = useSystem();

test("an id that never was and another tenant's, in the same words", async () => {
  const theirs = await openSignup(system, {}, system.otherPartner);
  for (const id of [theirs.id, "00000000-0000-4000-8000-000000000000"]) {
    const path = `/panic-api/v2/customer-signup/sessions/${id}`;
    const answer = await system.request({ method: "GET", path });
    expect(answer).toMatchObject({ status: 404, body: { message: `Sign-up session ${id} was not found.` } });
  }
});
