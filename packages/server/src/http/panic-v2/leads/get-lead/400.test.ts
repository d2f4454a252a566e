import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["1", "lead", "00000000-0000-0000-0000-00000000000g", "{00000000-0000-0000-0000-000000000000}"])(
  "%s is no UUID",
  async (id) => {
    const path = `/panic-api/v2/leads/${encodeURIComponent(id)}`;
    const answer = await system.request({ method: "GET", path });
    expect(answer).toMatchObject({ status: 400, body: { message: "leadId must be a UUID" } });
  },
);
