export type ActorKind = "integrator" | "customer" | "controller" | "responder" | "system";

/** Who caused something; id and name as far as they are known. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: number | null;
  readonly name: string | null;
}

export const system: Actor = { kind: "system", id: null, name: null };
