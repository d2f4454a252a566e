import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { raise } from "../../testing/callouts.ts";

const system = useSystem();

async function resume(lastEventId: string) {
  return system.request({
    method: "GET",
    path: "/control/v1/stream",
    token: await system.operatorToken(),
    headers: { "last-event-id": lastEventId },
  });
}

describe("400", () => {
  test.each(["garbage", "1", "1-", "-1", "1-2-3", "0x1-1", "9".repeat(30) + "-1"])(
    "%s is no id",
    async (id) => {
      const { status, body, headers } = await resume(id);
      expect({ status, code: headers["x-error-code"] }).toEqual({ status: 400, code: "invalid-request" });
      expect(body.errors).toEqual([
        { field: "Last-Event-ID", message: expect.stringContaining(`"${id}" is no id`) },
      ]);
    },
  );

  test("one that this installation has not reached yet", async () => {
    expect((await resume("999999999999-1")).body.message).toContain("is ahead of this installation");
  });

  test("one behind which more than a day lies", async () => {
    await raise(system);
    system.clock.advance({ hours: 24, seconds: 1 });
    expect((await resume("1-1")).body.message).toContain("is older than the 24 h that are replayed");
  });

  test("an id in the query is judged alike", async () => {
    const token = await system.operatorToken();
    const answer = await system.request({ method: "GET", path: "/control/v1/stream?lastEventId=x", token });
    expect(answer.status).toBe(400);
  });
});
