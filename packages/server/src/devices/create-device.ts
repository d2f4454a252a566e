import type { Clock } from "../capabilities.ts";
import { lockLiveCustomer } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { invalidMembers } from "../errors.ts";
import { insertDevice } from "./device-store.ts";
import { findDeviceType, genericTypeId } from "./device-types.ts";
import { judgeDevice, noSuchType } from "./judge-device.ts";
import { serialTaken } from "./refusals.ts";
import type { Device, DeviceInput, DeviceTenant, DeviceType, DeviceTypeReference } from "./types.ts";

export interface DeviceMeans {
  readonly db: Queryable;
  readonly clock: Clock;
}

/**
 * Registers a device of a customer.
 * @throws AppError `invalid-request`: no such type, or a serial that its devices don't have; `not-found`: the customer is none of
 * the tenant's; `device-serial-taken`
 */
export async function createDevice(
  { db, clock }: DeviceMeans,
  { customerSourceId, policies }: DeviceTenant,
  input: DeviceInput,
): Promise<Device> {
  const type = await requireType(db, customerSourceId, input.type ?? genericTypeId);
  const faults = judgeDevice(input.serial, type, policies);
  if (faults.length > 0) throw invalidMembers(faults);
  return db.transaction(async (tx) => {
    await lockLiveCustomer(tx, customerSourceId, input.customerId);
    const created = await insertDevice(tx, { ...input, customerSourceId, typeId: type.id }, clock.now());
    if (!created) throw serialTaken(input.serial);
    return created;
  });
}

/** @throws AppError `invalid-request` naming the member that it came in */
export async function requireType(
  db: Queryable,
  customerSourceId: number,
  reference: DeviceTypeReference,
): Promise<DeviceType> {
  const type = await findDeviceType(db, customerSourceId, reference);
  if (type) return type;
  throw invalidMembers(noSuchType(reference));
}
