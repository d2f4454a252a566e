import { uploadAccepted, uploadFixedLocationsRequest } from "@tocsin/wire";
import type { AppContext } from "../../../../context.ts";
import type { FieldError } from "../../../../errors.ts";
import { acceptImport } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";

const fileBytes = 64 * 1024 * 1024;

export const uploadFixedLocations = operation({
  method: "POST",
  path: "/v1/predefinedlocations/upload",
  aliases: ["/panic-api/v1/predefinedlocations/upload"],
  operationId: "upload-fixed-locations",
  summary: "Make your fixed locations what a CSV file says",
  description:
    "A full sync, matched on externalReferenceId: places are created and changed, and those that are missing in the file are " +
    "deleted; one bad row, and nothing is changed. 202: the file is kept, and is worked through soon. The callback is told the " +
    "outcome; so is whoever asks for the import.",
  tag: "Fixed locations",
  access: "server",
  body: uploadFixedLocationsRequest,
  multipart: { fileBytes },
  judgeBody: (_caller, body, context) => judgeCallback(body, context),
  answers: { 202: uploadAccepted },
  errors: [],
  async handle({ context, caller, body, db }) {
    const { locations: file, callbackUrl, delimiter, dryRun, source = null, userEmail = null } = body;
    const order = { file, callbackUrl, delimiter, dryRun, source, userEmail };
    const importId = await acceptImport(context, db, caller.partner.customerSourceId, order);
    return { status: 202, body: { message: "File accepted.", importId } };
  },
});

/** Whether this node would ever send there. What is no text is the schema's affair. */
function judgeCallback(body: unknown, { outbound }: AppContext): FieldError[] {
  const url =
    body !== null && typeof body === "object" && "callbackUrl" in body ? body.callbackUrl : undefined;
  if (typeof url !== "string" || url.trim() === "") return [];
  const message = outbound.judge(url);
  return message === null ? [] : [{ field: "callbackUrl", message }];
}
