import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();

test("no such device and another tenant's, by serial and by id; theirs stays", async () => {
  const theirs = await addDevice(system, {}, system.otherPartner);
  for (const name of ["000000", theirs.deviceId, theirs.id]) {
    const answer = await system.request({ method: "DELETE", path: `/panic-api/v2/devices/${name}` });
    expect(answer).toMatchObject({ status: 404, body: { message: `Device "${name}" was not found.` } });
  }
  const token = await system.token(system.otherPartner);
  const path = `/panic-api/v2/devices/${theirs.deviceId}`;
  expect((await system.request({ method: "DELETE", path, token })).status).toBe(200);
});
