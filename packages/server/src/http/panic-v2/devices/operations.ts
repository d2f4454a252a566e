import type { Operation } from "../../route.ts";
import { createDevice } from "./create-device/route.ts";
import { createDeviceEvent } from "./create-device-event/route.ts";
import { deleteDevice } from "./delete-device/route.ts";
import { updateDevice } from "./update-device/route.ts";

/** Buttons, trackers and panels of customers. */
export const deviceOperations: readonly Operation[] = [
  createDevice,
  updateDevice,
  deleteDevice,
  createDeviceEvent,
];
