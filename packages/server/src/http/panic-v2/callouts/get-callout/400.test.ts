import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["abc", "1.5", "-1", "0", "9007199254740992", "99999999999999999999", "1e3", "%00"])(
  "calloutId %s is no id",
  async (id) => {
    const answer = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe("calloutId");
  },
);
