import { findRow, type Polygon, polygonsOf, responseTypes, splitAtAntimeridian } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { pageAreas } from "./coverage-store.ts";

/** Areas of up to 10,000 positions each, of which so many are in memory at once. */
const pageSize = 10;

/** One polygon of an area. */
export interface CoveredPolygon {
  readonly areaId: number;
  /** From 1, in its area. */
  readonly number: number;
  /** Of the area. */
  readonly name: string;
  /** The polygon between -180 and 180 degrees: in several parts where it lies across the antimeridian. */
  readonly parts: readonly Polygon[];
}

export interface CoverageAsked {
  readonly responseTypeId: number;
  /** Those of the demo's supplier too. */
  readonly withDemo: boolean;
}

/**
 * Everything that is drawn for a response type, page by page in order of the areas.
 * @throws AppError `not-found` at once: there is no such response type
 */
export function pageCoveredPolygons(
  db: Queryable,
  asked: CoverageAsked,
): AsyncGenerator<readonly CoveredPolygon[]> {
  if (!findRow(responseTypes, asked.responseTypeId)) throw notFound(`Response type ${asked.responseTypeId}`);
  return readPages(db, asked);
}

async function* readPages(db: Queryable, asked: CoverageAsked): AsyncGenerator<readonly CoveredPolygon[]> {
  let afterId = 0;
  for (;;) {
    const areas = await pageAreas(db, asked, afterId, pageSize);
    yield areas.flatMap(({ id, name, geometry }) =>
      polygonsOf(geometry).map((polygon, index) => ({
        areaId: id,
        number: index + 1,
        name,
        parts: splitAtAntimeridian(polygon),
      })),
    );
    if (areas.length < pageSize) return;
    afterId = areas.at(-1)?.id ?? 0;
  }
}
