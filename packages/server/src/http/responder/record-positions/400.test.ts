import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([
    ["no list", {}],
    ["an empty list", { positions: [] }],
    ["no list but one position", { positions: { latitude: 1, longitude: 2 } }],
    ["more than a thousand", { positions: Array(1_001).fill(0) }],
  ])("%s", async (_title, body) => {
    const answer = await (await free(system)).post("/positions", body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "positions" }] } });
  });
});
