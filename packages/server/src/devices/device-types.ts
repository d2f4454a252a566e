import { readFileSync } from "node:fs";
import type { Queryable } from "../db/index.ts";
import { findOwnType } from "./device-type-store.ts";
import { readTemplate } from "./read-template.ts";
import type { DeviceType, DeviceTypeReference } from "./types.ts";

const file = new URL("./standard-types.json", import.meta.url);
const written = JSON.parse(readFileSync(file, "utf8")) as readonly {
  readonly id: number;
  readonly name: string;
  readonly template: unknown;
}[];

/** The device types that every tenant has, by ids that never change. */
export const standardTypes: readonly DeviceType[] = written.map(({ template, ...type }) => ({
  ...type,
  template: readTemplate(template),
}));

/** What a device is when nobody says. */
export const genericTypeId = 1;

/** A type of everybody's, or one of the tenant's own. */
export async function findDeviceType(
  db: Queryable,
  customerSourceId: number,
  reference: DeviceTypeReference,
): Promise<DeviceType | undefined> {
  const [id, name] = typeof reference === "number" ? [reference, null] : [null, reference];
  const standard = standardTypes.find((type) => type.id === id || type.name === name?.toUpperCase());
  return standard ?? findOwnType(db, customerSourceId, { id, name });
}
