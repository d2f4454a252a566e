import type { Geometry } from "@tocsin/domain";

/**
 * Where the demo's responders are sent from: the two cities of its shops, with a hole over the mountain that no vehicle
 * drives up. Drawn by eye.
 */
export const demoAreas: readonly { readonly name: string; readonly geometry: Geometry }[] = [
  {
    name: "Johannesburg",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [27.82, -26.32],
          [28.2, -26.32],
          [28.26, -26.15],
          [28.2, -25.96],
          [27.95, -25.96],
          [27.82, -26.1],
          [27.82, -26.32],
        ],
      ],
    },
  },
  {
    name: "Cape Town",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [18.35, -34.0],
          [18.4, -34.18],
          [18.55, -34.14],
          [18.72, -34.02],
          [18.72, -33.82],
          [18.46, -33.85],
          [18.36, -33.9],
          [18.35, -34.0],
        ],
        [
          [18.39, -33.99],
          [18.39, -33.95],
          [18.42, -33.95],
          [18.43, -33.99],
          [18.39, -33.99],
        ],
      ],
    },
  },
];
