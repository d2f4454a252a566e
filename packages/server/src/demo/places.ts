/** A place of the demo tenant. */
export interface DemoPlace {
  readonly externalReferenceId: string;
  readonly locationIdentifier: string;
  readonly formattedAddress: string;
  /** Decimal degrees as text, as the wire has them. */
  readonly latitude: string;
  readonly longitude: string;
}

/** Suburb, street address, latitude, longitude: a chain of shops in two cities. */
const shops: readonly (readonly [string, string, string, string])[] = [
  ["Rosebank", "50 Bath Avenue, Rosebank, Johannesburg, 2196", "-26.14655", "28.04180"],
  ["Sandton", "83 Rivonia Road, Sandhurst, Sandton, 2196", "-26.10862", "28.05283"],
  ["Braamfontein", "73 Juta Street, Braamfontein, Johannesburg, 2001", "-26.19330", "28.03470"],
  ["Melville", "27 Fourth Avenue, Melville, Johannesburg, 2092", "-26.17570", "28.00820"],
  ["Parkhurst", "30 Fourth Avenue, Parkhurst, Johannesburg, 2193", "-26.13930", "28.01700"],
  ["Greenside", "101 Greenway, Greenside, Johannesburg, 2193", "-26.14560", "28.01280"],
  ["Norwood", "64 Grant Avenue, Norwood, Johannesburg, 2192", "-26.15880", "28.07520"],
  ["Maboneng", "264 Fox Street, Maboneng, Johannesburg, 2094", "-26.20420", "28.05770"],
  ["Soweto", "6877 Vilakazi Street, Orlando West, Soweto, 1804", "-26.23880", "27.90850"],
  ["Randburg", "129 Republic Road, Ferndale, Randburg, 2194", "-26.09680", "28.00060"],
  ["Fourways", "1 Witkoppen Road, Fourways, Sandton, 2191", "-26.01680", "28.00690"],
  ["Bedfordview", "10 Van Buuren Road, Bedfordview, Germiston, 2007", "-26.18200", "28.13010"],
  ["City Bowl", "120 Long Street, Cape Town City Centre, Cape Town, 8001", "-33.92420", "18.41750"],
  ["Gardens", "74 Kloof Street, Gardens, Cape Town, 8001", "-33.93030", "18.41050"],
  ["Sea Point", "260 Main Road, Sea Point, Cape Town, 8005", "-33.91450", "18.38980"],
  ["Woodstock", "373 Albert Road, Woodstock, Cape Town, 7925", "-33.92750", "18.45720"],
  ["Observatory", "72 Lower Main Road, Observatory, Cape Town, 7925", "-33.93770", "18.46790"],
  ["Claremont", "5 Main Road, Claremont, Cape Town, 7708", "-33.98070", "18.46530"],
  ["Muizenberg", "52 Beach Road, Muizenberg, Cape Town, 7945", "-34.10830", "18.47080"],
  ["Bellville", "50 Voortrekker Road, Bellville, Cape Town, 7530", "-33.90230", "18.62840"],
];

/** `STORE-001` to `STORE-020`. */
export const demoPlaces: readonly DemoPlace[] = shops.map(
  ([suburb, formattedAddress, latitude, longitude], index) => ({
    externalReferenceId: `STORE-${String(index + 1).padStart(3, "0")}`,
    locationIdentifier: `Store ${index + 1}, ${suburb}`,
    formattedAddress,
    latitude,
    longitude,
  }),
);
