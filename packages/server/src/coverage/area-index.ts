import type { Point } from "@tocsin/domain";
import { coversPoint, type PreparedGeometry, prepareGeometry } from "./prepared-geometry.ts";
import type { CoverageArea } from "./types.ts";

interface IndexedArea {
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly geometry: PreparedGeometry;
}

/** Areas in memory, by response type. */
export class AreaIndex {
  readonly #areas = new Map<number, IndexedArea>();
  #byResponseType: ReadonlyMap<number, readonly IndexedArea[]> = new Map();

  /** @param area undefined: it is no more */
  put(id: number, area: CoverageArea | undefined): void {
    if (area) this.#areas.set(id, prepare(area));
    else this.#areas.delete(id);
    this.#group();
  }

  replaceAll(areas: readonly CoverageArea[]): void {
    this.#areas.clear();
    for (const area of areas) this.#areas.set(area.id, prepare(area));
    this.#group();
  }

  /** Null when no area at all is drawn for the response type. */
  suppliersCovering(place: Point, responseTypeId: number): ReadonlySet<number> | null {
    const drawn = this.#byResponseType.get(responseTypeId);
    if (!drawn) return null;
    const covering = drawn.filter(({ geometry }) => coversPoint(geometry, place));
    return new Set(covering.map(({ supplierId }) => supplierId));
  }

  #group(): void {
    this.#byResponseType = Map.groupBy(this.#areas.values(), ({ responseTypeId }) => responseTypeId);
  }
}

function prepare({ supplierId, responseTypeId, geometry }: CoverageArea): IndexedArea {
  return { supplierId, responseTypeId, geometry: prepareGeometry(geometry) };
}
