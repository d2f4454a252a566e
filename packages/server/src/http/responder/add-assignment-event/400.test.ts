import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([{}, { message: "" }, { message: "a\0" }, { message: "x".repeat(4_097) }])(
    "no message: %#",
    async (body) => {
      const { app, path } = await sent(system);
      const answer = await app.post(`${path}/events`, body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "message" }] } });
    },
  );
});
