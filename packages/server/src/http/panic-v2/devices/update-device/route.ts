import { device, deviceRequest, sentDevice } from "@tocsin/wire";
import { judgeNewType, updateDevice as update } from "../../../../devices/index.ts";
import { operation } from "../../../route.ts";
import { presentDevice } from "../present-device.ts";

export const updateDevice = operation({
  method: "PUT",
  path: "/panic-api/v2/devices",
  operationId: "update-device",
  summary: "Change the device of a serial",
  description:
    "What is absent stays as it was. Given to another customer, a device forgets where it was and which alarm it may take back.",
  tag: "Devices",
  access: "server",
  body: deviceRequest,
  answers: { 200: device },
  errors: ["not-found"],
  judgeStored: ({ partner }, body, db) => judgeNewType(db, partner, sentDevice(body)),
  async handle({ context, caller, body, db }) {
    const updated = await update({ ...context, db }, caller.partner, body);
    return { status: 200, body: presentDevice(updated, "Device updated.") };
  },
});
