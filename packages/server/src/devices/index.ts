export { createDevice } from "./create-device.ts";
export { deleteDevice } from "./delete-device.ts";
export { deleteDevicesOf, lockDevicesOf } from "./device-store.ts";
export { judgeNewDevice, judgeNewType } from "./judge-device.ts";
export { receiveDeviceEvent } from "./receive-device-event.ts";
export { listDeviceTypes, setDeviceType } from "./set-device-type.ts";
export type { Device, DeviceType } from "./types.ts";
export { updateDevice } from "./update-device.ts";
