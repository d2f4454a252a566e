import { defaultTiming } from "@tocsin/domain";
import type { RaiseCommand } from "@tocsin/server";
import type { TestSystem } from "./system.ts";

/** A raise as the API would make it, for tests that go straight to the noun. */
export function raiseCommand(
  { partner }: TestSystem,
  externalReferenceId: string,
  overrides: Partial<RaiseCommand["request"]> = {},
): RaiseCommand {
  const asked = {
    responseTypeId: 1,
    classificationId: 1,
    internalTest: false,
    installerIdentifier: null,
    position: null,
  };
  return {
    customerSourceId: partner.customerSourceId,
    houseAccountId: partner.houseAccountId,
    request: { ...asked, externalReferenceId, ...overrides },
    by: { kind: "integrator", id: partner.customerSourceId, name: partner.clientId },
    timing: defaultTiming,
  };
}
