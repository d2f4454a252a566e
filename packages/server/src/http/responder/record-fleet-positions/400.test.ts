import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

describe("400", () => {
  test.each([
    ["no list", {}],
    ["an empty list", { positions: [] }],
    ["more than ten thousand", { positions: Array(10_001).fill(0) }],
  ])("%s", async (_title, body) => {
    const { token } = await system.context.sessions.issue({ kind: "fleet", subjectId: 501 });
    const answer = await system.request({
      method: "POST",
      path: "/responder/v1/fleet/positions",
      token,
      body,
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "positions" }] } });
  });
});
