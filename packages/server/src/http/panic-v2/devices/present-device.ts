import type { WireDevice } from "@tocsin/wire";
import type { Device } from "../../../devices/index.ts";
import { presentInstant, presentInstantOrNull } from "../callouts/present-instant.ts";

export function presentDevice(device: Device, message: string): WireDevice {
  const { id, customerId, customerSourceId, serial, alias, firmwareVersion, defaultLocation } = device;
  const members = {
    id,
    customerId,
    customerSourceId,
    deviceId: serial,
    deviceSerial: serial,
    alias,
    deviceTypeId: device.typeId,
    firmwareVersion,
    defaultLocation,
    healthCheckLastReceivedDate: presentInstantOrNull(device.healthCheckedAt),
    batteryLevel: device.batteryLevel,
    batteryLevelLastReceivedDate: presentInstantOrNull(device.batteryReportedAt),
    createdAt: presentInstant(device.createdAt),
    updatedAt: presentInstant(device.updatedAt),
  };
  return { ...members, message, device: members };
}
