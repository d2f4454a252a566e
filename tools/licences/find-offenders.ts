import { satisfies } from "./satisfies.ts";

/** The part of `package-lock.json` that is read here. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** A workspace's link in node_modules. */
  readonly link?: boolean;
}

export interface Offender {
  readonly name: string;
  readonly version: string;
  readonly reason: string;
}

/** Ask for no more than their notice be kept, so that anybody can run, change and sell Tocsin. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  // Fonts: a document may hold them whatever its own terms are.
  "OFL-1.1",
  "PostgreSQL",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Tools run here and are not passed on, so a licence that binds changes to their own files binds nobody. */
const allowedForTools = allowed.union(new Set(["MPL-2.0"]));

/** What the list alone would judge wrongly, each for a reason; the name may stand for all that begin with it. */
const judged: readonly { readonly name: string; readonly license: string }[] = [
  // Used as it is, behind one file: its terms bind changes to its own files, and nobody here makes any.
  { name: "@resvg/resvg-js", license: "MPL-2.0" },
  // Its package.json says nothing, its file LICENSE has the text.
  { name: "png-js", license: "MIT" },
];

/** Every package of the lockfile, wherever it is nested, whose licence is not on the list. */
export function findOffenders(lockfile: Lockfile): readonly Offender[] {
  return Object.entries(lockfile.packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && !link)
    .flatMap(([path, { version = "", license, dev }]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + 13);
      const reason = objection(license, dev ? allowedForTools : allowed);
      return reason && !isJudged(name, license) ? [{ name, version, reason }] : [];
    });
}

function isJudged(name: string, license: string | undefined): boolean {
  return judged.some((each) => name.startsWith(each.name) && (license ?? each.license) === each.license);
}

function objection(license: string | undefined, list: ReadonlySet<string>): string | undefined {
  if (license === undefined) return "names no licence";
  return satisfies(license, list) ? undefined : `has the licence ${license}, which is not on the list`;
}
