import type { DeviceTemplate, Policies } from "@tocsin/domain";

export interface DevicePlace {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number | null;
}

/** What a partner says of a device. Null: nothing; on a change, as it was. */
export interface DeviceInput {
  readonly customerId: number;
  readonly serial: string;
  readonly type: DeviceTypeReference | null;
  readonly supplier: string | null;
  readonly alias: string | null;
  readonly firmwareVersion: string | null;
  readonly defaultLocation: DevicePlace | null;
}

/** By number or by name, whatever the case of its letters. */
export type DeviceTypeReference = number | string;

/** A button, tracker or panel of a customer. */
export interface Device {
  readonly id: number;
  readonly customerSourceId: number;
  readonly customerId: number;
  /** As it was registered; compared whatever the case of its letters. */
  readonly serial: string;
  readonly typeId: number;
  readonly supplier: string | null;
  readonly alias: string | null;
  readonly firmwareVersion: string | null;
  readonly defaultLocation: DevicePlace | null;
  /** Where it last said that it was. */
  readonly location: DevicePlace | null;
  readonly healthCheckedAt: Temporal.Instant | null;
  /** Percent. */
  readonly batteryLevel: number | null;
  readonly batteryReportedAt: Temporal.Instant | null;
  /** The callout that its last alarm opened. */
  readonly raisedCalloutId: number | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** Whose device it is, and what they may ask for. */
export interface DeviceTenant {
  readonly customerSourceId: number;
  readonly policies: Policies;
}

export interface DeviceType {
  readonly id: number;
  readonly name: string;
  readonly template: DeviceTemplate;
}
