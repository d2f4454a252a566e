import { describe, expect, test } from "vitest";
import { readGeometry } from "./read-geometry.ts";

const ring = [
  [28, -26],
  [29, -26],
  [29, -25],
  [28, -26],
];

describe("a GeoJSON geometry is read", () => {
  test("with what we need of it: altitudes, boxes and other members are left out", () => {
    const high = ring.map(([longitude, latitude]) => [longitude, latitude, 1_700]);
    const given = { type: "Polygon", coordinates: [high], bbox: [28, -26, 29, -25], crs: {} };
    expect(readGeometry(given)).toEqual({ type: "Polygon", coordinates: [ring] });
    expect(readGeometry({ type: "MultiPolygon", coordinates: [[ring], [ring]] })).toEqual({
      type: "MultiPolygon",
      coordinates: [[ring], [ring]],
    });
  });

  test("to ten thousand positions in all, and no more", () => {
    const circle = (count: number): number[][] => {
      const corners = Array.from({ length: count - 1 }, (_, index) => {
        const angle = (2 * Math.PI * index) / (count - 1);
        return [28 + Math.cos(angle), -26 + Math.sin(angle)];
      });
      return [...corners, ...corners.slice(0, 1)];
    };
    const coordinates = [[circle(4_000)], [circle(6_000)]];
    expect(readGeometry({ type: "MultiPolygon", coordinates }).coordinates).toHaveLength(2);
    const more = { type: "MultiPolygon", coordinates: [...coordinates, [ring]] };
    expect(() => readGeometry(more)).toThrow("geometry must have at most 10000 positions, and has 10004");
  });
});

describe("what is wrong is named by its place", () => {
  const open = ring.slice(0, 3);
  test.each([
    [undefined, "geometry.type must be Polygon or MultiPolygon"],
    [null, "geometry.type must be"],
    ["POLYGON ((28 -26))", "geometry.type must be"],
    [{ type: "Point", coordinates: [28, -26] }, "geometry.type must be"],
    [{ type: "Feature", geometry: { type: "Polygon", coordinates: [ring] } }, "geometry.type must be"],
    [{ type: "Polygon" }, "geometry.coordinates must be a list of rings"],
    [{ type: "Polygon", coordinates: [] }, "geometry.coordinates must be a list of rings"],
    [{ type: "Polygon", coordinates: [ring, 7] }, "geometry.coordinates[1] must be a list of positions"],
    [
      { type: "Polygon", coordinates: [open] },
      "geometry.coordinates[0] must be a ring of at least 4 positions",
    ],
    [{ type: "Polygon", coordinates: [[...open, [28, -27]]] }, "geometry.coordinates[0] must be closed"],
    [
      { type: "Polygon", coordinates: [[...open, [28, 91]]] },
      "geometry.coordinates[0][3] must be [longitude, latitude]",
    ],
    [{ type: "Polygon", coordinates: [[...open, ["28", -26]]] }, "geometry.coordinates[0][3] must be"],
    [{ type: "Polygon", coordinates: [[...open, [Number.NaN, -26]]] }, "geometry.coordinates[0][3] must be"],
    [{ type: "Polygon", coordinates: [[...open, [28]]] }, "geometry.coordinates[0][3] must be"],
    [{ type: "Polygon", coordinates: [[...open, [361, -26]]] }, "geometry.coordinates[0][3] must be"],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [1, 1],
            [2, 2],
            [3, 3],
            [1, 1],
          ],
        ],
      },
      "geometry.coordinates[0] must enclose an area",
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [-200, 0],
            [170, 0],
            [170, 9],
            [-200, 0],
          ],
        ],
      },
      "must not go around the earth",
    ],
    [
      { type: "MultiPolygon", coordinates: [[ring], ring] },
      "geometry.coordinates[1][0][0] must be a list of numbers",
    ],
  ])("%j", (given, message) => {
    expect(() => readGeometry(given)).toThrow(message);
  });
});
