import { lockLiveCustomer } from "../customers/index.ts";
import { invalidMembers } from "../errors.ts";
import { type DeviceMeans, requireType } from "./create-device.ts";
import { lockDevice, saveDevice } from "./device-store.ts";
import { judgeDevice } from "./judge-device.ts";
import { noSuchDevice } from "./refusals.ts";
import type { Device, DeviceInput, DeviceTenant } from "./types.ts";

/**
 * Changes the device of a serial: what is null stays as it was. Handed to another customer it forgets where it was, and the
 * alarm that it may take back.
 * @throws AppError `not-found`: no such device, or no such customer; `invalid-request` as when it is registered
 */
export async function updateDevice(
  { db, clock }: DeviceMeans,
  { customerSourceId, policies }: DeviceTenant,
  input: DeviceInput,
): Promise<Device> {
  const { customerId } = input;
  return db.transaction(async (tx) => {
    const asked = input.type === null ? null : await requireType(tx, customerSourceId, input.type);
    const before = await lockDevice(tx, customerSourceId, input.serial);
    if (!before) throw noSuchDevice(input.serial);
    const type = asked ?? (await requireType(tx, customerSourceId, before.typeId));
    const faults = judgeDevice(before.serial, type, policies);
    if (faults.length > 0) throw invalidMembers(faults);
    await lockLiveCustomer(tx, customerSourceId, customerId);
    const isHandedOn = customerId !== before.customerId;
    const device: Device = {
      ...before,
      customerId,
      typeId: type.id,
      supplier: input.supplier ?? before.supplier,
      alias: input.alias ?? before.alias,
      firmwareVersion: input.firmwareVersion ?? before.firmwareVersion,
      defaultLocation: input.defaultLocation ?? (isHandedOn ? null : before.defaultLocation),
      location: isHandedOn ? null : before.location,
      raisedCalloutId: isHandedOn ? null : before.raisedCalloutId,
    };
    return saveDevice(tx, device, clock.now());
  });
}
