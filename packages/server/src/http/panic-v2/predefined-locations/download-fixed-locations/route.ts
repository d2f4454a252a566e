import { streamLocations } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { csvType, streamCsv } from "./csv.ts";

export const downloadFixedLocations = operation({
  method: "GET",
  path: "/v1/predefinedlocations/download",
  aliases: ["/panic-api/v1/predefinedlocations/download"],
  operationId: "download-fixed-locations",
  summary: "Read your fixed locations as a CSV file",
  description:
    "All of them, ordered by id, with the columns that an upload takes but for duressCode; sent back as it is, it changes nothing. " +
    "UTF-8, commas, every text in quotation marks, rows end in CR LF (RFC 4180). Texts that look like formulas are left as they " +
    "are: a spreadsheet may take them for such.",
  tag: "Fixed locations",
  access: "server",
  answers: { 200: null },
  files: [csvType],
  errors: [],
  async handle({ context, caller }) {
    // the pool and not `db`: it goes on being read after the handler has ended
    const pages = streamLocations(context.db, caller.partner.customerSourceId);
    const disposition = 'attachment; filename="predefined-locations.csv"';
    return {
      status: 200,
      body: streamCsv(pages),
      headers: {
        "content-type": `${csvType}; charset=utf-8; header=present`,
        "content-disposition": disposition,
      },
    };
  },
});
