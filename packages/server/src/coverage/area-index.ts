import { coversPoint, type Point, type PreparedGeometry, prepareGeometry } from "@tocsin/domain";
import type { ChangedArea } from "./coverage-store.ts";

interface IndexedArea {
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly isDemo: boolean;
  readonly geometry: PreparedGeometry;
}

type ByResponseType = ReadonlyMap<number, readonly IndexedArea[]>;

/** Areas in memory, by response type. */
export class AreaIndex {
  readonly #areas = new Map<number, IndexedArea>();
  #byResponseType: ByResponseType = new Map();
  #withoutDemo: ByResponseType = new Map();

  put(changed: readonly ChangedArea[]): void {
    for (const area of changed) {
      const { supplierId, responseTypeId, isDemo } = area;
      if (area.isDeleted) this.#areas.delete(area.id);
      else
        this.#areas.set(area.id, {
          supplierId,
          responseTypeId,
          isDemo,
          geometry: prepareGeometry(area.geometry),
        });
    }
    const all = [...this.#areas.values()];
    this.#byResponseType = Map.groupBy(all, ({ responseTypeId }) => responseTypeId);
    const others = all.filter(({ isDemo }) => !isDemo);
    this.#withoutDemo = Map.groupBy(others, ({ responseTypeId }) => responseTypeId);
  }

  /** Null when no area at all is drawn for the response type; those of the demo do not count. */
  suppliersCovering(place: Point, responseTypeId: number): ReadonlySet<number> | null {
    const drawn = this.#drawn(responseTypeId, false);
    if (drawn.length === 0) return null;
    const covering = drawn.filter(({ geometry }) => coversPoint(geometry, place));
    return new Set(covering.map(({ supplierId }) => supplierId));
  }

  /** Whether some area holds the place; null when none is drawn for the response type. */
  isCovered(place: Point, responseTypeId: number, withDemo: boolean): boolean | null {
    const drawn = this.#drawn(responseTypeId, withDemo);
    return drawn.length === 0 ? null : drawn.some(({ geometry }) => coversPoint(geometry, place));
  }

  #drawn(responseTypeId: number, withDemo: boolean): readonly IndexedArea[] {
    return (withDemo ? this.#byResponseType : this.#withoutDemo).get(responseTypeId) ?? [];
  }
}
