import { device, deviceRequest, sentDevice } from "@tocsin/wire";
import { createDevice as create, judgeNewDevice } from "../../../../devices/index.ts";
import { operation } from "../../../route.ts";
import { presentDevice } from "../present-device.ts";

export const createDevice = operation({
  method: "POST",
  path: "/panic-api/v2/devices",
  operationId: "create-device",
  summary: "Register a device of a customer",
  description:
    "A button, tracker or panel whose messages come in at POST /deviceEvent. Its serial must be one that devices of its type " +
    "have, and no other live device of yours may have it.",
  tag: "Devices",
  access: "server",
  body: deviceRequest,
  answers: { 201: device },
  errors: ["not-found", "device-serial-taken"],
  judgeStored: ({ partner }, body, db) => judgeNewDevice(db, partner, sentDevice(body)),
  async handle({ context, caller, body, db }) {
    const created = await create({ ...context, db }, caller.partner, body);
    return { status: 201, body: presentDevice(created, "Device created.") };
  },
});
