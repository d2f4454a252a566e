import { fixedLocationImport, importParams } from "@tocsin/wire";
import { notFound } from "../../../../errors.ts";
import { findImport } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { presentImport } from "./present-import.ts";

export const getFixedLocationImport = operation({
  method: "GET",
  path: "/v1/predefinedlocations/imports/:importId",
  aliases: ["/panic-api/v1/predefinedlocations/imports/:importId"],
  operationId: "get-fixed-location-import",
  summary: "Read what became of a CSV file",
  tag: "Fixed locations",
  access: "server",
  params: importParams,
  answers: { 200: fixedLocationImport },
  errors: ["not-found"],
  async handle({ caller, params: { importId }, db }) {
    const found = await findImport(db, caller.partner.customerSourceId, importId);
    if (!found) throw notFound(`Import ${importId}`);
    return { status: 200, body: presentImport(found) };
  },
});
