export const rowCount = 100_000;

const columns = ["externalReferenceId", "locationIdentifier", "formattedAddress", "latitude", "longitude"];
/** The demo's places stay: raises go to one of them. */
const demoPlaces = 20;

/** A file of the demo's places and so many others. @param version makes the same places say something else */
export function fileOf(rows: number, version: string): Blob {
  const kept = Array.from({ length: demoPlaces }, (_, index) => {
    const reference = `STORE-${String(index + 1).padStart(3, "0")}`;
    return `${reference},Store ${index + 1},Demo Street ${index + 1},-26.1,28.05`;
  });
  const others = Array.from({ length: rows }, (_, index) => {
    const latitude = (-26 - (index % 1_000) / 10_000).toFixed(5);
    return `SITE-${index},Site ${index} ${version},"${index} Long Street, Cape Town, 8001",${latitude},28.04180`;
  });
  return new Blob([[columns.join(","), ...kept, ...others, ""].join("\r\n")]);
}
