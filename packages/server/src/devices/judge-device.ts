import type { Policies } from "@tocsin/domain";
import { invalid } from "../errors.ts";
import { isId } from "./device-store.ts";
import { matchesSerial } from "./serial-pattern.ts";
import type { DeviceType } from "./types.ts";

/**
 * Refuses a device whose alarms would come to nothing.
 * @throws AppError `invalid-request` naming deviceSerial, or deviceTypeId
 */
export function judgeDevice(serial: string, { name, template }: DeviceType, policies: Policies): void {
  const { serialPattern } = template;
  if (!matchesSerial(serialPattern, serial))
    throw invalid("deviceSerial", `must match ${serialPattern}, as those of ${name} devices do`);
  if (isId(serial)) throw invalid("deviceSerial", "must not be a number that devices have as their id here");
  if (alarmResponseType(template, policies) === null)
    throw invalid("deviceTypeId", noResponseType(name, policies));
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
