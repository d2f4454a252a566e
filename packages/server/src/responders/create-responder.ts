import { type AuditActor, recordAudit } from "../audit/index.ts";
import { AppError, invalid } from "../errors.ts";
import { checkName, checkPin, checkResponseTypes, readLogin } from "./check-input.ts";
import { hashPin } from "./pin-hash.ts";
import { announceResponders, insertResponder, readResponder } from "./responder-store.ts";
import { lockSupplier } from "./supplier-store.ts";
import type { FleetCapabilities, Responder, ResponderInput } from "./types.ts";

/**
 * Makes a responder, off duty at first.
 * @param by who makes it, for the audit
 * @throws AppError `invalid-request`, or `login-taken`
 */
export async function createResponder(
  { db, clock, random, fleet }: FleetCapabilities,
  by: AuditActor,
  input: ResponderInput,
): Promise<Responder> {
  const { pin, ...said } = checkNew(input);
  // the slow part comes first, while no connection is held
  const pinHash = await hashPin(random, pin);
  const now = clock.now();
  const made = await db.transaction(async (tx) => {
    if (!(await lockSupplier(tx, said.supplierId))) throw unknownSupplier();
    const id = await insertResponder(tx, { ...said, pinHash }, now);
    if (id === undefined) throw loginTaken(said.login);
    const subject = { kind: "responder", id, customerSourceId: null } as const;
    await recordAudit(tx, { actor: by, action: "create-responder", subject, body: { ...said } }, now);
    await announceResponders(tx, [id]);
    return readResponder(tx, id);
  });
  if (!made) throw new Error(`The responder ${said.login} is gone, though it was just made`);
  await fleet.refresh([made.id]);
  return made;
}

function checkNew(input: ResponderInput): ResponderInput {
  checkName("name", input.name);
  if (input.callSign) checkName("callSign", input.callSign);
  if (input.vehicle) checkName("vehicle", input.vehicle);
  checkResponseTypes(input.responseTypes);
  checkPin(input.pin);
  return { ...input, login: readLogin(input.login) };
}

export function unknownSupplier(): AppError {
  return invalid("supplierId", "must be the id of a supplier (see GET /control/v1/suppliers)");
}

export function loginTaken(login: string): AppError {
  return new AppError("login-taken", `The login ${login} is taken. Choose another one.`);
}
