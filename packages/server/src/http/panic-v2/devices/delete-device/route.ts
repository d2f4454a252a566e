import { deviceDeleted, deviceParams } from "@tocsin/wire";
import { deleteDevice as remove } from "../../../../devices/index.ts";
import { operation } from "../../../route.ts";

export const deleteDevice = operation({
  method: "DELETE",
  path: "/panic-api/v2/devices/:deviceId",
  operationId: "delete-device",
  summary: "Take a device out of use",
  description: "Its serial becomes free and its messages are answered 404; callouts that it raised go on.",
  tag: "Devices",
  access: "server",
  params: deviceParams,
  answers: { 200: deviceDeleted },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const { customerSourceId } = caller.partner;
    await remove({ ...context, db }, { customerSourceId, name: params.deviceId });
    return { status: 200, body: { message: "Device deleted." } };
  },
});
