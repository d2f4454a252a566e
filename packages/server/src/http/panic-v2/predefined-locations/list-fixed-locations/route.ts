import { fixedLocationList, listFixedLocationsQuery } from "@tocsin/wire";
import type { z } from "zod";
import {
  fingerprintLocations,
  type LocationPage,
  type LocationQuery,
  listFurtherLocations,
  listLocations,
} from "../../../../locations/index.ts";
import { matchesEtag, weakEtag } from "../../../etag.ts";
import { streamJsonArray } from "../../../json-stream.ts";
import { nextLink } from "../../../next-link.ts";
import { type Answer, type Input, operation } from "../../../route.ts";
import { presentFixedLocation } from "../present.ts";

const path = "/panic-api/v2/predefinedLocations";

export const listFixedLocations = operation({
  method: "GET",
  path,
  operationId: "list-fixed-locations",
  summary: "List fixed locations",
  description:
    "Ordered by id. Everything, unless `limit` is given: then a Link header with rel=next leads to the next page, as long " +
    "as there is one. Pages stay right while locations are created and deleted. Send the ETag back as If-None-Match, and " +
    "an unchanged list is answered 304.",
  tag: "Fixed locations",
  access: "server",
  query: listFixedLocationsQuery,
  answers: { 200: fixedLocationList, 304: null },
  answerHeaders: {
    etag: "What the list looks like now. Send it back as If-None-Match.",
    link: 'With `limit`, while more follow: `<address of the next page>; rel="next"`.',
  },
  errors: [],
  async handle({ context, caller, query, headers, db }) {
    const locationQuery = readQuery(query, caller.partner.customerSourceId);
    const etag = weakEtag(await fingerprintLocations(db, locationQuery));
    if (matchesEtag(headers["if-none-match"], etag)) return { status: 304, headers: { etag } };
    const page = await listLocations(db, locationQuery);
    if (page.nextAfterId === null)
      return { status: 200, headers: { etag }, body: page.locations.map(presentFixedLocation) };
    if (query.limit === undefined) return sendAll(db, locationQuery, page, etag);
    const link = nextLink(context.settings.publicUrl + path, carried(query), page.nextAfterId);
    return { status: 200, headers: { etag, link }, body: page.locations.map(presentFixedLocation) };
  },
});

type Query = z.infer<typeof listFixedLocationsQuery>;

function readQuery(query: Query, customerSourceId: number): LocationQuery {
  return {
    customerSourceId,
    externalReferenceId: query.externalReferenceId ?? null,
    customerId: query.customerId ?? null,
    updatedSince: query.updatedSince?.toTemporalInstant() ?? null,
    afterId: query.cursor ?? 0,
    limit: query.limit ?? null,
  };
}

/** What the next page asks for too. */
function carried({ limit, externalReferenceId, customerId, updatedSince }: Query) {
  return { limit, externalReferenceId, customerId, updatedSince: updatedSince?.toISOString() };
}

/** More than a page and no limit: 100,000 locations are answered too, and are never in memory at once. */
function sendAll(db: Input["db"], query: LocationQuery, first: LocationPage, etag: string): Answer {
  async function* pages() {
    yield first.locations.map(presentFixedLocation);
    for await (const locations of listFurtherLocations(db, query, first))
      yield locations.map(presentFixedLocation);
  }
  const headers = { etag, "content-type": "application/json; charset=utf-8" };
  return { status: 200, headers, body: streamJsonArray(pages()) };
}
