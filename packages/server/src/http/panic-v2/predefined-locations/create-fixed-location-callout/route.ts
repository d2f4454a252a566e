import { externalReferenceParams, raisedCallout, raiseFixedLocationRequest } from "@tocsin/wire";
import { type Callout, raiseCallout } from "../../../../callouts/index.ts";
import { AppError, notFound } from "../../../../errors.ts";
import { type Partner } from "../../../../partners/index.ts";
import { type Answer, operation } from "../../../route.ts";
import { presentFlat } from "../../callouts/present-callout.ts";
import { decideResponseType, judgeResponseType } from "../../callouts/response-type.ts";

export const createFixedLocationCallout = operation({
  method: "POST",
  path: "/panic-api/v2/predefinedLocations/externalRef/:externalReferenceId/callouts",
  operationId: "create-fixed-location-callout",
  summary: "Raise a callout for a fixed location",
  description:
    "201 means: on disk, and acted on even if this process dies now. A raise for a place whose callout of the same response " +
    "type is still running is added to that callout and answered 200.",
  tag: "Callouts",
  access: "server",
  params: externalReferenceParams,
  body: raiseFixedLocationRequest,
  answers: { 200: raisedCallout, 201: raisedCallout },
  errors: ["unknown-reference", "not-found"],
  judgeBody: judgeResponseType,
  async handle({ context, caller, params, body, db, keyed }) {
    const { partner } = caller;
    const { externalReferenceId } = params;
    const request = {
      externalReferenceId,
      responseTypeId: decideResponseType(partner, body.responseTypeId),
      classificationId: body.calloutClassificationId ?? 1,
      internalTest: body.internalTest ?? false,
      installerIdentifier: body.installerIdentifier ?? null,
      position: null,
    };
    const { customerSourceId, houseAccountId, policies } = partner;
    const by = { kind: "integrator", id: customerSourceId, name: partner.clientId } as const;
    const command = { customerSourceId, houseAccountId, request, by, timing: policies.timing };
    const outcome = keyed ? await raiseCallout(context, db, command) : await context.raises.raise(command);
    if (outcome.kind === "absent") throw unknownReference(partner, externalReferenceId);
    const raised = outcome.kind === "raised";
    return answer(
      raised ? 201 : 200,
      raised ? "Callout created." : "Callout already active.",
      outcome.callout,
      request.installerIdentifier,
      context.settings.publicUrl,
    );
  },
});

function unknownReference({ policies }: Partner, reference: string): AppError {
  const what = `Fixed location with externalReferenceId ${JSON.stringify(reference)}`;
  if (policies.unknownReferenceStatus === 404) return notFound(what);
  const fields = [{ field: "externalReferenceId", message: "must be that of one of your fixed locations" }];
  return new AppError("unknown-reference", `${what} was not found.`, { fields });
}

function answer(
  status: number,
  message: string,
  callout: Callout,
  installerIdentifier: string | null,
  publicUrl: string,
): Answer {
  const { externalReferenceId } = callout;
  const flat = presentFlat(callout, publicUrl);
  const echoed = {
    installerIdentifier: installerIdentifier ?? callout.installerIdentifier,
    externalReferenceId,
  };
  return { status, body: { ...flat, message, ...echoed, callout: { ...flat, ...echoed } } };
}
