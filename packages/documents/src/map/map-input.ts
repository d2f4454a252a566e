/** WGS 84 decimal degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where one responder went. */
export interface MapTrack {
  readonly name: string;
  /** In the order of time. */
  readonly points: readonly Position[];
}

export interface MapInput {
  /** Where help was wanted; null when nobody knows. */
  readonly place: Position | null;
  /** Where the person was before, in the order of time; empty when nobody moved. */
  readonly points: readonly Position[];
  readonly tracks: readonly MapTrack[];
}

/** In pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Every position that the map has to show.
 * @throws RangeError when one of them is nowhere on earth
 */
export function allPositions({ place, points, tracks }: MapInput): readonly Position[] {
  const positions = [...(place ? [place] : []), ...points, ...tracks.flatMap((track) => track.points)];
  const wrong = positions.find(
    ({ latitude, longitude }) => !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180),
  );
  if (wrong)
    throw new RangeError(`No place on earth has latitude ${wrong.latitude} and longitude ${wrong.longitude}`);
  return positions;
}
