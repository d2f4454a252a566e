import { addResponders, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createSupplier } from "../../../responders/index.ts";

const system = useSystem();
const by = { kind: "installation", id: null, name: null } as const;

describe("201", () => {
  test("a token that takes the positions of the supplier's responders", async () => {
    const { supplier, fleetSecret } = await createSupplier(system.context, by, { name: "Swift" });
    const body = { supplierId: supplier.id, secret: fleetSecret };
    const session = await system.request({
      method: "POST",
      path: "/responder/v1/fleet/sessions",
      token: null,
      body,
    });
    expect(session).toMatchObject({ status: 201, body: { expiresIn: 43_200 } });
    const [one] = await addResponders(system, 1, { supplierId: supplier.id });
    const recordedAt = system.clock.now().add({ seconds: 1 }).toString();
    const answer = await system.request({
      method: "POST",
      path: "/responder/v1/fleet/positions",
      token: session.body.accessToken,
      body: { positions: [{ responderId: one?.responderId, latitude: 1, longitude: 2, recordedAt }] },
    });
    expect(answer).toMatchObject({ status: 202, body: { accepted: 1 } });
  });
});
