import {
  type Actor,
  type DeviceEventType,
  type DeviceMessage,
  type DeviceReading,
  REAL,
  readMessage,
} from "@tocsin/domain";
import { type CalloutFacts, cancelCallout, moveCallout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, invalid } from "../errors.ts";
import type { Partner } from "../partners/index.ts";
import { type PersonRaiseCapabilities, raiseForPerson } from "../person-raises/index.ts";
import { requireType } from "./create-device.ts";
import { countAlarmsOf, noteAlarmOf, saveDeviceFacts } from "./device-facts-store.ts";
import { findDevice } from "./device-store.ts";
import { alarmResponseType, noResponseType } from "./judge-device.ts";
import { judgeEvents } from "./judge-events.ts";
import { noSuchDevice } from "./refusals.ts";
import type { Device, DevicePlace, DeviceType } from "./types.ts";

export interface DeviceEventRequest {
  /** The device's serial, or its id. */
  readonly deviceName: string;
  readonly deviceTypeId: number;
  readonly message: DeviceMessage;
}

export interface DeviceEventOutcome {
  readonly events: readonly DeviceEventType[];
  /** The callout that was raised, added to, moved or cancelled; null: none was. */
  readonly calloutId: number | null;
}

/**
 * Does what a message of a device means. What it says of itself is kept first, whatever becomes of the rest; an alarm that can't be
 * raised is refused, never passed over.
 * @throws AppError `not-found`: no such device; `invalid-request`: another type than its own, a message that means nothing, an alarm
 * from nowhere; what {@link raiseForPerson} refuses, `subscription-required` among it; `callout-state`: there is no alarm of its own to take back
 */
export async function receiveDeviceEvent(
  means: PersonRaiseCapabilities,
  partner: Partner,
  { deviceName, deviceTypeId, message }: DeviceEventRequest,
): Promise<DeviceEventOutcome> {
  const { customerSourceId } = partner;
  const device = await findDevice(means.db, customerSourceId, deviceName);
  if (!device) throw noSuchDevice(deviceName);
  if (device.typeId !== deviceTypeId)
    throw invalid("device_type_id", `must be ${device.typeId}, the type that the device was registered with`);
  const type = await requireType(means.db, customerSourceId, device.typeId);
  const reading = readMessage(type.template, message);
  const events = judgeEvents(reading);
  await saveDeviceFacts(
    means.db,
    device,
    {
      location: reading.position,
      batteryLevel: reading.batteryLevel,
      isHealthCheck: events.includes("HEALTH_CHECK"),
    },
    means.clock.now(),
  );
  return { events, calloutId: await actOnCallout(means, partner, { device, type, reading, events }) };
}

interface Understood {
  readonly device: Device;
  readonly type: DeviceType;
  readonly reading: DeviceReading;
  readonly events: readonly DeviceEventType[];
}

async function actOnCallout(
  means: PersonRaiseCapabilities,
  partner: Partner,
  understood: Understood,
): Promise<number | null> {
  const { device, reading, events } = understood;
  if (events.includes("NEW_CALLOUT")) return raiseAlarm(means, partner, understood);
  const moved =
    events.includes("LOCATION_UPDATE") && reading.position
      ? await moveOwn(means, partner, device, reading.position)
      : null;
  return events.includes("CANCEL_CALLOUT") ? cancelOwn(means, partner, device) : moved;
}

/**
 * Raises it as for anybody who asks for help: folded, or refused where they would be. Where the message says, else where the
 * device last was, else where it belongs.
 */
async function raiseAlarm(
  means: PersonRaiseCapabilities,
  partner: Partner,
  { device, type, reading }: Understood,
): Promise<number> {
  const responseTypeId = alarmResponseType(type.template, partner.policies);
  if (responseTypeId === null) throw invalid("device_type_id", noResponseType(type.name, partner.policies));
  const where = reading.position ?? device.location ?? device.defaultLocation;
  if (!where)
    throw invalid("location", "is required: nobody knows where the device is, and it has no defaultLocation");
  const { kind, callout } = await raiseForPerson(means, {
    partner,
    customerId: device.customerId,
    where,
    responseTypeId,
    classificationId: REAL,
    internalTest: false,
    by: holderOf(device),
    checksSubscription: true,
    placesOf: null,
  });
  // an alarm that was added to one from elsewhere is not the device's to take back
  await noteAlarmOf(means.db, device, { calloutId: callout.id, opened: kind === "raised" });
  return callout.id;
}

/** Whoever holds the device: under duress that is the customer's side, whose cancels change nothing. */
function holderOf({ customerId }: Device): Actor {
  return { kind: "customer", id: customerId, name: null };
}

/** Moves the callout that the device opened; one that is over stays where it is. */
async function moveOwn(
  means: PersonRaiseCapabilities,
  { customerSourceId, policies }: Partner,
  device: Device,
  position: DevicePlace,
): Promise<number | null> {
  const calloutId = device.raisedCalloutId;
  if (calloutId === null) return null;
  const command = { customerSourceId, calloutId, timing: policies.timing, position, by: holderOf(device) };
  const outcome = await moveCallout(means, command);
  return outcome === "moved" ? calloutId : null;
}

/** @throws AppError `callout-state`: it opened none, or that one is closed, or somebody else has asked for help there since */
async function cancelOwn(
  means: PersonRaiseCapabilities,
  { customerSourceId, policies }: Partner,
  device: Device,
): Promise<number> {
  const calloutId = device.raisedCalloutId;
  const name = JSON.stringify(device.serial);
  if (calloutId === null) {
    throw new AppError("callout-state", `Device ${name} has opened no callout that it could cancel.`);
  }
  const command = {
    customerSourceId,
    calloutId,
    timing: policies.timing,
    safeCode: null,
    by: holderOf(device),
    judge: async (callout: CalloutFacts, tx: Queryable) => {
      // the first alarm opened it, and is no repeat
      if (isOver(callout) || callout.repeats < (await countAlarmsOf(tx, device, callout.id))) return;
      const text = `Somebody else has asked for help with callout ${callout.id} since, so device ${name} cannot take it back alone.`;
      throw new AppError("callout-state", text);
    },
  };
  await cancelCallout(means, command);
  return calloutId;
}

/** For the customer's side: whoever is under duress must see it cancelled. */
function isOver({ phase, duress }: CalloutFacts): boolean {
  return duress || phase === "cancelled" || phase === "closed";
}
