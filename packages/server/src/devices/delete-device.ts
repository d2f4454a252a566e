import type { DeviceMeans } from "./create-device.ts";
import { markDeviceDeleted } from "./device-store.ts";
import { noSuchDevice } from "./refusals.ts";

/**
 * Takes a device out of use and frees its serial; the callouts it raised go on.
 * @param name its serial, or its id
 * @throws AppError `not-found`
 */
export async function deleteDevice(
  { db, clock }: DeviceMeans,
  { customerSourceId, name }: { readonly customerSourceId: number; readonly name: string },
): Promise<void> {
  if (!(await markDeviceDeleted(db, customerSourceId, name, clock.now()))) throw noSuchDevice(name);
}
