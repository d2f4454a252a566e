import { addResponder, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/responder/v1/sessions";

describe("201", () => {
  test("a token that opens the door for twelve hours, and who it is", async () => {
    const { responderId, supplierId, login, pin } = await addResponder(system);
    const answer = await system.request({ method: "POST", path, token: null, body: { login, pin } });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 43_200,
      responder: {
        id: responderId,
        name: "Responder 1",
        callSign: null,
        vehicle: null,
        supplier: { id: supplierId, name: expect.stringMatching(/^Supplier/) },
        responseTypes: [1, 2, 3, 4],
        onDuty: true,
        dutyUntil: null,
        position: {
          latitude: -26.1,
          longitude: 28.05,
          accuracy: null,
          recordedAt: "2026-01-15T08:00:00.000Z",
        },
      },
    });
    const state = { method: "GET", path: "/responder/v1/state", token: answer.body.accessToken } as const;
    expect(await system.request(state)).toMatchObject({
      status: 200,
      body: { responder: answer.body.responder },
    });
  });

  test("whatever the case of the login", async () => {
    const { login, pin } = await addResponder(system);
    const body = { login: login.toUpperCase(), pin };
    expect((await system.request({ method: "POST", path, token: null, body })).status).toBe(201);
  });
});
