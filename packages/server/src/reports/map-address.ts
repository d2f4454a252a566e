/** What the address of a map says. */
export interface MapAddress {
  readonly customerSourceId: number;
  readonly calloutId: number;
  /** 122 random bits. */
  readonly token: string;
}

/** The path of a map: tenant and callout in base 36 to find it, the token to be let in. */
export function mapPath({ customerSourceId, calloutId, token }: MapAddress): string {
  const secret = token.replaceAll("-", "");
  return `/maps/${customerSourceId.toString(36)}-${calloutId.toString(36)}-${secret}.png`;
}

/** Reads the last segment of {@link mapPath}; undefined when it can't be one. */
export function readMapPath(segment: string): MapAddress | undefined {
  const match = /^([0-9a-z]{1,10})-([0-9a-z]{1,10})-([0-9a-f]{32})\.png$/.exec(segment);
  if (!match) return undefined;
  const [, source = "", callout = "", secret = ""] = match;
  const token = secret.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { customerSourceId: Number.parseInt(source, 36), calloutId: Number.parseInt(callout, 36), token };
}
