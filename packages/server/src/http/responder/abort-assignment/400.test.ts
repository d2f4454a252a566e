import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([undefined, {}, { reason: " " }, { reason: 5 }])("no reason: %j", async (body) => {
    const { app, path } = await sent(system);
    expect((await app.post(`${path}/abort`, body)).status).toBe(400);
    expect((await app.state()).body.assignment.state).toBe("assigned");
  });
});
