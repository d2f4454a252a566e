import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createSupplier, updateSupplier } from "../../../responders/index.ts";

const system = useSystem();
const by = { kind: "installation", id: null, name: null } as const;
const signIn = (supplierId: number, secret: string) =>
  system.request({
    method: "POST",
    path: "/responder/v1/fleet/sessions",
    token: null,
    body: { supplierId, secret },
  });

describe("401", () => {
  test("an unknown supplier, a wrong secret and another supplier's secret, in the same words", async () => {
    const one = await createSupplier(system.context, by, { name: "Swift" });
    const other = await createSupplier(system.context, by, { name: "Brave" });
    const answers = [
      await signIn(1, one.fleetSecret),
      await signIn(one.supplier.id, "wrong"),
      await signIn(one.supplier.id, other.fleetSecret),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test("the secret of before, once it was renewed; and its sessions end", async () => {
    const { supplier, fleetSecret } = await createSupplier(system.context, by, { name: "Renewed" });
    const token = (await signIn(supplier.id, fleetSecret)).body.accessToken;
    const renewed = await updateSupplier(system.context, by, supplier.id, { renewFleetSecret: true });
    expect((await signIn(supplier.id, fleetSecret)).status).toBe(401);
    expect((await signIn(supplier.id, renewed.fleetSecret ?? "")).status).toBe(201);
    const request = {
      method: "POST",
      path: "/responder/v1/fleet/positions",
      token,
      body: { positions: [1] },
    } as const;
    await expect.poll(async () => (await system.request(request)).status).toBe(401);
  });

  test("a supplier that was disabled", async () => {
    const { supplier, fleetSecret } = await createSupplier(system.context, by, { name: "Gone" });
    await updateSupplier(system.context, by, supplier.id, { disabled: true });
    expect((await signIn(supplier.id, fleetSecret)).status).toBe(401);
  });
});
