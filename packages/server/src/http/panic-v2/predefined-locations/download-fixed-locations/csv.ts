import { Readable } from "node:stream";
import { fixedLocationColumns } from "@tocsin/wire";
import { stringify } from "csv-stringify/sync";
import type { FixedLocation } from "../../../../locations/index.ts";

export const csvType = "text/csv";

/** Texts in quotation marks, so that whatever stands in them reads back as it is. */
const form = { columns: [...fixedLocationColumns], record_delimiter: "\r\n", quoted_string: true } as const;

/** A CSV file with a header row, written page by page as fast as the client takes it. */
export function streamCsv(pages: AsyncIterable<readonly FixedLocation[]>): Readable {
  return Readable.from(writeCsv(pages), { objectMode: false });
}

async function* writeCsv(pages: AsyncIterable<readonly FixedLocation[]>): AsyncGenerator<string> {
  yield stringify([], { ...form, header: true, quoted_string: false });
  for await (const page of pages) yield stringify(page.map(readColumns), form);
}

function readColumns(location: FixedLocation): Record<(typeof fixedLocationColumns)[number], unknown> {
  const { externalReferenceId, locationIdentifier, latitude, longitude, customerId } = location;
  const { locationDescription, locationAdditionalInformation, formattedAddress, w3w } = location;
  return {
    externalReferenceId,
    locationIdentifier,
    locationDescription,
    locationAdditionalInformation,
    formattedAddress,
    w3w,
    latitude,
    longitude,
    customerId,
    calloutLocationTypeId: location.calloutLocationTypeId,
  };
}
