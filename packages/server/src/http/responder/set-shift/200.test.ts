import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test("off duty, and on again until a time; whatever was said before", async () => {
    const app = await free(system);
    const off = await app.put("/shift", { onDuty: false, until: "2026-01-15T10:00:00Z" });
    expect(off).toMatchObject({ status: 200, body: { responder: { onDuty: false, dutyUntil: null } } });
    const on = await app.put("/shift", { onDuty: true, until: "2026-01-15T10:00:00Z" });
    expect(on.body.responder).toMatchObject({ onDuty: true, dutyUntil: "2026-01-15T10:00:00.000Z" });
    const open = await app.put("/shift", { onDuty: true, until: null });
    expect(open.body.responder).toMatchObject({ onDuty: true, dutyUntil: null });
  });
});
