import { z } from "zod";
import { besideMembers, refuseMember, required } from "../across-members.ts";
import { isObject } from "../is-object.ts";
import { id, instant, optional, requiredText, text } from "../scalars.ts";

const serialLength = 64;

/** What a device calls itself: text, or a number that stands for the same digits. */
export const deviceName = z.union([requiredText(serialLength), z.int().min(0)], {
  error: ({ input }) =>
    input === undefined
      ? "is required (a string or an integer)"
      : `must be text of at most ${serialLength} characters, or an integer`,
});

const place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: optional(z.number().min(0).max(20_100_000)).describe("Metres."),
});

const serialMembers = {
  deviceSerial: optional(deviceName).describe("What the device calls itself in its messages. Required."),
  deviceId: optional(deviceName).describe("Another name of deviceSerial."),
};

const typeMembers = {
  deviceTypeId: optional(id).describe("1 GENERIC when no type is given."),
  deviceType: optional(requiredText(64)).describe("The type's name instead of its id."),
};

/**
 * Body of POST and PUT /devices. Read, the serial is in `serial` whichever name it came under, and the type is a number or a name;
 * null for what is absent.
 */
export const deviceRequest = z
  .object({
    customerId: id.describe("One of your customers, whom its alarms are raised for."),
    ...serialMembers,
    deviceSupplier: optional(text(256)).describe("Kept, not shown."),
    deviceAlias: optional(text(256)),
    ...typeMembers,
    firmwareVersion: optional(text(128)),
    defaultLocation: optional(place).describe("Where it is when an alarm does not say."),
  })
  .superRefine(({ deviceSerial, deviceId }, context) => {
    if (deviceSerial === undefined && deviceId === undefined)
      refuseMember(context, "deviceSerial", "is required (a string or an integer; `deviceId` is accepted)");
  }, besideMembers)
  .transform((body) => ({
    customerId: body.customerId,
    serial: String(required(body.deviceSerial ?? body.deviceId)),
    type: body.deviceTypeId ?? body.deviceType ?? null,
    supplier: body.deviceSupplier ?? null,
    alias: body.deviceAlias ?? null,
    firmwareVersion: body.firmwareVersion ?? null,
    defaultLocation: body.defaultLocation
      ? { ...body.defaultLocation, accuracy: body.defaultLocation.accuracy ?? null }
      : null,
  }))
  .meta({ id: "DeviceRequest" });

const sentSerial = z.object(serialMembers);
const sentType = z.object(typeMembers);

/**
 * The serial and the type in a body as it came, checked or not; undefined for what is absent or of a wrong form. For what only
 * the server can judge.
 */
export function sentDevice(body: unknown) {
  const members: Readonly<Record<string, unknown>> = isObject(body) ? body : {};
  const serial = sentSerial.safeParse(members).data;
  const type = sentType.safeParse(members).data;
  const name = serial?.deviceSerial ?? serial?.deviceId;
  return {
    serial: name === undefined ? undefined : String(name),
    /** Null: none was given; undefined: one of a wrong form. */
    type: type && (type.deviceTypeId ?? type.deviceType ?? null),
  };
}

export const deviceParams = z.object({
  deviceId: requiredText(serialLength).describe("The `deviceId` of an answer (its serial), or its `id`."),
});

const members = {
  id: z.int(),
  customerId: z.int(),
  customerSourceId: z.int(),
  deviceId: z.string().describe("The same as deviceSerial."),
  deviceSerial: z.string(),
  alias: z.string().nullable(),
  deviceTypeId: z.int(),
  firmwareVersion: z.string().nullable(),
  defaultLocation: z
    .object({ latitude: z.number(), longitude: z.number(), accuracy: z.number().nullable() })
    .nullable(),
  healthCheckLastReceivedDate: instant.nullable(),
  batteryLevel: z.number().nullable().describe("Percent."),
  batteryLevelLastReceivedDate: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
};

/** 201 of POST and 200 of PUT /devices: flat members beside the envelope. */
export const device = z
  .object({ ...members, message: z.string(), device: z.object(members) })
  .meta({ id: "Device" });
export type WireDevice = z.infer<typeof device>;

/** 200 of DELETE /devices/:deviceId. */
export const deviceDeleted = z.object({ message: z.string() }).meta({ id: "DeviceDeleted" });
