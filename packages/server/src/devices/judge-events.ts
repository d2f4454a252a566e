import type { DeviceEventType, DeviceReading } from "@tocsin/domain";
import { AppError, type FieldError } from "../errors.ts";

/**
 * The events of a message that can be done. An alarm goes before everything: beside one, what is incomplete is left out.
 * @throws AppError `invalid-request` naming what is missing, when that leaves nothing to be done
 */
export function judgeEvents(reading: DeviceReading): readonly DeviceEventType[] {
  const { events, problems } = reading;
  if (events.length === 0) throw refusal([nothingUnderstood(problems)]);
  const missing = new Map<DeviceEventType, FieldError>();
  if (events.includes("LOCATION_UPDATE") && !reading.position) missing.set("LOCATION_UPDATE", noLocation);
  if (events.includes("BATTERY") && reading.batteryLevel === null) missing.set("BATTERY", noBattery);
  const complete = events.filter((type) => !missing.has(type));
  if (complete.length > 0) return complete;
  throw refusal([...missing.values(), ...payloadProblems(problems)]);
}

const noLocation: FieldError = {
  field: "location",
  message: "must have a latitude from -90 to 90 and a longitude from -180 to 180",
};
const noBattery: FieldError = { field: "battery_level", message: "must be a number from 0 to 100 (percent)" };

function nothingUnderstood(problems: readonly string[]): FieldError {
  const [unreadable] = payloadProblems(problems);
  return (
    unreadable ?? {
      field: "message_type",
      message:
        "must be 1 NEW_CALLOUT, 2 LOCATION_UPDATE, 3 CANCEL_CALLOUT, 4 BATTERY or 5 HEALTH_CHECK, or the message one that the device's type knows",
    }
  );
}

function payloadProblems(problems: readonly string[]): FieldError[] {
  return problems.length > 0 ? [{ field: "payload_hex", message: problems.join(", ") }] : [];
}

function refusal(fields: readonly FieldError[]): AppError {
  const message = fields.map((each) => `${each.field} ${each.message}`).join("; ");
  return new AppError("invalid-request", message, { fields });
}
