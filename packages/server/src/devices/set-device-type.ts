import type { Capabilities } from "../capabilities.ts";
import { invalid, notFound } from "../errors.ts";
import { changePartner, listPartners } from "../partners/index.ts";
import { listOwnTypes, saveOwnType } from "./device-type-store.ts";
import { standardTypes } from "./device-types.ts";
import { readTemplate } from "./read-template.ts";
import type { DeviceType } from "./types.ts";

const nameForm = /^[A-Z][A-Z0-9_]{0,63}$/;

/**
 * Gives a tenant a device type of its own, or its type of this name another template; devices that are there keep the type.
 * @param template JSON, as it was read
 * @throws AppError `invalid-request` naming all that is wrong; `not-found` naming the client ids there are
 */
export async function setDeviceType(
  capabilities: Pick<Capabilities, "db" | "clock">,
  clientId: string,
  name: string,
  template: unknown,
): Promise<DeviceType> {
  if (!nameForm.test(name))
    throw invalid("name", "must be capital letters, digits and _, with a letter first");
  if (standardTypes.some((type) => type.name === name))
    throw invalid("name", `must not be ${name}: every tenant has a type of that name`);
  const read = readTemplate(template);
  return changePartner(capabilities, clientId, async (tx, { customerSourceId }) =>
    saveOwnType(tx, customerSourceId, { name, template: read }, capabilities.clock.now()),
  );
}

/**
 * The device types that a tenant's devices may have: everybody's, then its own.
 * @throws AppError `not-found`
 */
export async function listDeviceTypes(
  { db }: Pick<Capabilities, "db">,
  clientId: string,
): Promise<readonly DeviceType[]> {
  const partner = (await listPartners({ db })).find((each) => each.clientId === clientId);
  if (!partner) throw notFound(`Partner ${JSON.stringify(clientId)}`);
  return [...standardTypes, ...(await listOwnTypes(db, partner.customerSourceId))];
}
