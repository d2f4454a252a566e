import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([
    ["nothing said", {}, "onDuty"],
    ["text for a flag", { onDuty: "yes" }, "onDuty"],
    ["no instant", { onDuty: true, until: "tonight" }, "until"],
    ["a shift that is over before it begins", { onDuty: true, until: "2026-01-15T08:00:00Z" }, "until"],
  ])("%s", async (_title, body, field) => {
    const answer = await (await free(system)).put("/shift", body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});
