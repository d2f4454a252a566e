/**
 * What a device type says about its devices: which serials they have, and what their messages mean. It is data, so that a
 * new kind of button needs no new program (docs/integrate/devices.md). Values named `latitude`, `longitude`, `accuracy`
 * and `batteryLevel` say where the device is and how full its battery is: degrees, metres, percent. The members
 * `location` and `battery_level` of a message go before them.
 */
export interface DeviceTemplate {
  /** A regular expression that the whole serial matches, whatever the case of its letters. */
  readonly serialPattern: string;
  /** Asked for when an alarm comes in and the tenant has no default; null: the tenant's default is needed. */
  readonly responseTypeId: number | null;
  /** Values out of the members of a message: name → where it stands. */
  readonly members: Readonly<Record<string, MemberValue>>;
  /** Values out of `payload_hex`: name → which bytes. */
  readonly payload: Readonly<Record<string, PayloadField>>;
  /** What messages mean beyond the `message_type` that every device may send. All rules that match count. */
  readonly events: readonly EventRule[];
}

/** The message types that mean the same for every device (panic-v2 §7). */
export const deviceMessageTypes = {
  1: "NEW_CALLOUT",
  2: "LOCATION_UPDATE",
  3: "CANCEL_CALLOUT",
  4: "BATTERY",
  5: "HEALTH_CHECK",
} as const;
export type DeviceEventType = (typeof deviceMessageTypes)[keyof typeof deviceMessageTypes];
export const deviceEventTypes: readonly DeviceEventType[] = Object.values(deviceMessageTypes);

export type DeviceValue = string | number | boolean;
export type DeviceValues = ReadonlyMap<string, DeviceValue>;

/** How a number that was sent becomes the number that is meant: `sent × scale + add`, unless it is one of `none`. */
export interface Conversion {
  /** 1 when absent. */
  readonly scale?: number | undefined;
  /** 0 when absent. */
  readonly add?: number | undefined;
  /** What a device sends when it knows no value, as it is sent. */
  readonly none?: readonly DeviceValue[] | undefined;
}

export interface MemberValue extends Conversion {
  /** Names of members joined by dots: `gps.lat`. */
  readonly path: string;
}

export interface PayloadField extends Conversion {
  /** Bytes from the start of the payload. */
  readonly offset: number;
  /** Bytes. Integers have 1 to 8, floats 4 or 8. */
  readonly length: number;
  /** `int` is two's complement, `text` is ASCII up to a NUL, `hex` is lower case. */
  readonly type: "uint" | "int" | "float" | "text" | "hex";
  /** `big` when absent. */
  readonly endian?: "big" | "little" | undefined;
  /** A part of an integer; the sign of an `int` is the part's highest bit. */
  readonly bits?: { readonly lowest: number; readonly count: number } | undefined;
}

export interface EventRule {
  /** Value → what it must be, or one of several. Nothing at all: every message. */
  readonly when: Readonly<Record<string, DeviceValue | readonly DeviceValue[]>>;
  readonly events: readonly DeviceEventType[];
}
