import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

describe("413", () => {
  test("more than 4 MiB", async () => {
    const { token } = await system.context.sessions.issue({ kind: "fleet", subjectId: 501 });
    const body = Buffer.alloc(4 * 1024 * 1024 + 1, " ");
    const answer = await system.request({
      method: "POST",
      path: "/responder/v1/fleet/positions",
      token,
      body,
    });
    expect(answer).toMatchObject({ status: 413, headers: { "x-error-code": "body-too-large" } });
  });
});
