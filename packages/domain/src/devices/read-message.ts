import { convertValue } from "./convert-value.ts";
import { decodeHex } from "./decode-hex.ts";
import { decodePayload } from "./decode-payload.ts";
import {
  type DeviceEventType,
  type DeviceTemplate,
  type DeviceValue,
  type DeviceValues,
  deviceEventTypes,
  deviceMessageTypes,
  type EventRule,
  type MemberValue,
} from "./device-template.ts";

/** Half way round the earth: nowhere is farther from anywhere. */
const farthestMetres = 20_100_000;

/** What came from a device. Members beside these are the template's affair. */
export interface DeviceMessage extends Readonly<Record<string, unknown>> {
  readonly message_type?: unknown;
  /** `{latitude, longitude, accuracy}` in degrees and metres. */
  readonly location?: unknown;
  /** Percent. */
  readonly battery_level?: unknown;
  readonly payload_hex?: unknown;
}

/** Where a message of any device says what the template may say elsewhere. */
const standardMembers: Readonly<Record<string, MemberValue>> = {
  latitude: { path: "location.latitude" },
  longitude: { path: "location.longitude" },
  accuracy: { path: "location.accuracy" },
  batteryLevel: { path: "battery_level" },
};

/** What a message says, in our words. */
export interface DeviceReading {
  /** In the order of {@link deviceMessageTypes}, each once; empty when the message means nothing that we know. */
  readonly events: readonly DeviceEventType[];
  /** Null: it does not say, or says what is no place on earth. */
  readonly position: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracy: number | null;
  } | null;
  /** Percent; null: it does not say. */
  readonly batteryLevel: number | null;
  /** What could not be read of payload_hex. An alarm in what could be read counts nevertheless. */
  readonly problems: readonly string[];
}

/** Reads a message by the template of its device's type. Total: it never throws, whatever the message holds. */
export function readMessage(template: DeviceTemplate, message: DeviceMessage): DeviceReading {
  const values = readMembers({ message_type: { path: "message_type" }, ...template.members }, message);
  const standard = readMembers(standardMembers, message);
  const problems: string[] = [];
  if (typeof message.payload_hex === "string") {
    const { bytes, problem } = decodeHex(message.payload_hex);
    const decoded = decodePayload(template.payload, bytes);
    for (const [name, value] of decoded.values) values.set(name, value);
    problems.push(...(problem === null ? [] : [problem]), ...decoded.problems);
  }
  return {
    events: resolveEvents(template.events, values, message.message_type),
    position: readPosition(standard) ?? readPosition(values),
    batteryLevel: readBattery(standard) ?? readBattery(values),
    problems,
  };
}

function readMembers(
  members: Readonly<Record<string, MemberValue>>,
  message: DeviceMessage,
): Map<string, DeviceValue> {
  const values = new Map<string, DeviceValue>();
  for (const [name, member] of Object.entries(members)) {
    const sent = readPath(message, member.path);
    const value = isValue(sent) ? convertValue(sent, member) : undefined;
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/** Own members alone: `constructor` is nothing that a device sent. */
function readPath(message: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    return Reflect.get(value, name);
  }, message);
}

function isValue(value: unknown): value is DeviceValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function resolveEvents(
  rules: readonly EventRule[],
  values: DeviceValues,
  messageType: unknown,
): DeviceEventType[] {
  const found = new Set(rules.filter((rule) => matches(rule, values)).flatMap(({ events }) => events));
  const standard = Object.entries(deviceMessageTypes).find(([id]) => Number(id) === messageType);
  if (standard) found.add(standard[1]);
  // who calls for help and takes it back in one breath is helped
  if (found.has("NEW_CALLOUT")) found.delete("CANCEL_CALLOUT");
  return deviceEventTypes.filter((type) => found.has(type));
}

function matches({ when }: EventRule, values: DeviceValues): boolean {
  return Object.entries(when).every(([name, expected]) => {
    const value = values.get(name);
    if (value === undefined) return false;
    return isValue(expected) ? value === expected : expected.includes(value);
  });
}

function readPosition(values: DeviceValues): DeviceReading["position"] {
  const latitude = within(values.get("latitude"), -90, 90);
  const longitude = within(values.get("longitude"), -180, 180);
  if (latitude === null || longitude === null) return null;
  return { latitude, longitude, accuracy: within(values.get("accuracy"), 0, farthestMetres) };
}

function readBattery(values: DeviceValues): number | null {
  return within(values.get("batteryLevel"), 0, 100);
}

function within(value: DeviceValue | undefined, least: number, most: number): number | null {
  return typeof value === "number" && value >= least && value <= most ? value : null;
}
