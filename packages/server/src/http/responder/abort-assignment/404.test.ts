import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free, sent } from "../testing/at-work.ts";

const system = useSystem();
const notFound = { status: 404, headers: { "x-error-code": "not-found" } };

describe("404", () => {
  test("somebody else's assignment does not exist, nor does one that never was", async () => {
    const { assignmentId } = await sent(system);
    const stranger = await free(system);
    for (const id of [assignmentId, 1])
      expect(await stranger.post(`/assignments/${id}/abort`, { reason: "flat tyre" })).toMatchObject(
        notFound,
      );
  });
});
