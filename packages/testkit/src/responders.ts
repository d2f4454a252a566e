import { createResponder, createSupplier, type Fix, setShift } from "@tocsin/server";
import type { TestSystem } from "./system.ts";

export interface TestResponder {
  readonly responderId: number;
  readonly supplierId: number;
  readonly login: string;
  readonly pin: string;
  /** A session's token, for `system.request({token})`. */
  token(): Promise<string>;
}

export interface TestFleet {
  /** Absent: a new supplier. */
  readonly supplierId?: number;
  /** The first stands here, each other one about 100 m further north; absent: where {@link addPlaces} puts places. */
  readonly near?: { readonly latitude: number; readonly longitude: number };
  /** All by default. */
  readonly responseTypes?: readonly number[];
  /** True by default. */
  readonly onDuty?: boolean;
  /** Simulated, of a new supplier: there where the demo is on, and for its tenants alone. False by default. */
  readonly isDemo?: boolean;
}

const installation = { kind: "installation", id: null, name: null } as const;
const pin = "2468";
const placesStand = { latitude: -26.1, longitude: 28.05 };
const hundredMetresNorth = 0.0009;

/** Makes responders as a control room would, each with a position of now. */
export async function addResponders(
  { context, clock }: TestSystem,
  count: number,
  {
    supplierId: chosen,
    near = placesStand,
    responseTypes = [1, 2, 3, 4],
    onDuty = true,
    isDemo = false,
  }: TestFleet = {},
): Promise<TestResponder[]> {
  const mark = context.random.bytes(4).toString("hex");
  const supplierId =
    chosen ?? (await createSupplier(context, installation, { name: `Supplier ${mark}`, isDemo })).supplier.id;
  const responders: TestResponder[] = [];
  for (let index = 0; index < count; index++) {
    const login = `responder-${mark}-${index + 1}`;
    const name = `Responder ${index + 1}`;
    const { id } = await createResponder(context, installation, {
      supplierId,
      name,
      login,
      pin,
      responseTypes,
    });
    if (onDuty) await setShift(context, installation, id, { onDuty, until: null });
    const latitude = near.latitude + index * hundredMetresNorth;
    context.fleet.record(id, [fixAt({ latitude, longitude: near.longitude }, clock.now())]);
    const token = async (): Promise<string> =>
      (await context.sessions.issue({ kind: "responder", subjectId: id })).token;
    responders.push({ responderId: id, supplierId, login, pin, token });
  }
  return responders;
}

/** A fix that says nothing but where and when. */
export function fixAt(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  recordedAt: Temporal.Instant,
): Fix {
  return { latitude, longitude, accuracy: null, speed: null, heading: null, recordedAt };
}
