import type { FieldError } from "../../../errors.ts";
import type { Caller, Partner } from "../../../partners/index.ts";

/** The type asked for, else the tenant's default; {@link judgeResponseType} has made sure that there is one. */
export function decideResponseType({ policies }: Partner, asked: number | undefined): number {
  const id = asked ?? policies.defaultResponseTypeId;
  if (id === null) throw new TypeError("A raise without a response type was let through");
  return id;
}

/** Which types may be asked for, and whether one must, is the tenant's policy. Other than integers are for the schema. */
export function judgeResponseType({ partner: { policies } }: Caller, body: unknown): readonly FieldError[] {
  const asked = readMember(body, "responseTypeId");
  const known = `one of ${policies.responseTypes.join(", ")} (see GET /panic-api/v2/responseTypes)`;
  const refuse = (message: string): FieldError[] => [{ field: "responseTypeId", message }];
  if (asked === undefined || asked === null || asked === "")
    return policies.defaultResponseTypeId === null ? refuse(`is required: an integer, ${known}`) : [];
  const isKnown = policies.responseTypes.some((id) => id === asked);
  return Number.isSafeInteger(asked) && !isKnown && Number(asked) >= 1 ? refuse(`must be ${known}`) : [];
}

function readMember(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}
