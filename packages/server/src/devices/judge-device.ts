import type { Policies } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import type { FieldError } from "../errors.ts";
import { isId } from "./device-store.ts";
import { findDeviceType, genericTypeId } from "./device-types.ts";
import { matchesSerial } from "./serial-pattern.ts";
import type { DeviceTenant, DeviceType, DeviceTypeReference } from "./types.ts";

/** What is wrong with a device, whose alarms would come to nothing. */
export function judgeDevice(serial: string, type: DeviceType, policies: Policies): readonly FieldError[] {
  return [...judgeSerial(serial, type), ...judgeType(type, policies)];
}

function judgeSerial(serial: string, { name, template }: DeviceType): readonly FieldError[] {
  const { serialPattern } = template;
  const field = "deviceSerial";
  if (!matchesSerial(serialPattern, serial))
    return [{ field, message: `must match ${serialPattern}, as those of ${name} devices do` }];
  return isId(serial) ? [{ field, message: "must not be a number that devices have as their id here" }] : [];
}

function judgeType({ name, template }: DeviceType, policies: Policies): readonly FieldError[] {
  if (alarmResponseType(template, policies) !== null) return [];
  return [{ field: "deviceTypeId", message: noResponseType(name, policies) }];
}

/** What a partner sends of a device, as far as it is well-formed. */
export interface SentDevice {
  readonly serial: string | undefined;
  /** Null: none was given; undefined: one of a wrong form. */
  readonly type: DeviceTypeReference | null | undefined;
}

/** What is wrong with a device that is to be registered, as far as it can be read. */
export async function judgeNewDevice(
  db: Queryable,
  { customerSourceId, policies }: DeviceTenant,
  { serial, type: reference }: SentDevice,
): Promise<readonly FieldError[]> {
  if (reference === undefined) return [];
  const type = await findDeviceType(db, customerSourceId, reference ?? genericTypeId);
  if (!type) return noSuchType(reference);
  return serial === undefined ? judgeType(type, policies) : judgeDevice(serial, type, policies);
}

/** What is wrong with the type that a device is to have from now on. Its serial is judged once it is known which device it is. */
export async function judgeNewType(
  db: Queryable,
  { customerSourceId }: DeviceTenant,
  { type: reference }: SentDevice,
): Promise<readonly FieldError[]> {
  if (reference === undefined || reference === null) return [];
  return (await findDeviceType(db, customerSourceId, reference)) ? [] : noSuchType(reference);
}

/** Names the member that the type came in. */
export function noSuchType(reference: DeviceTypeReference | null): readonly FieldError[] {
  const field = typeof reference === "string" ? "deviceType" : "deviceTypeId";
  return [{ field, message: "must be a device type that there is" }];
}

/** What an alarm asks for: the tenant's default, else the template's if it is switched on; null: nothing that could be sent. */
export function alarmResponseType(
  { responseTypeId }: DeviceType["template"],
  { defaultResponseTypeId, responseTypes }: Policies,
): number | null {
  if (defaultResponseTypeId !== null) return defaultResponseTypeId;
  return responseTypeId !== null && responseTypes.includes(responseTypeId) ? responseTypeId : null;
}

export function noResponseType(typeName: string, { responseTypes }: Policies): string {
  return (
    `must be a type whose alarms ask for one of your response types (${responseTypes.join(", ")}): ` +
    `${typeName} does not, and your tenant has no defaultResponseTypeId`
  );
}
