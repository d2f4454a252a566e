/** One check: a script that Node runs, and fails when it exits with anything but zero. */
export interface Check {
  readonly name: string;
  /** Path of the script from the root, then its arguments. */
  readonly command: readonly [script: string, ...args: string[]];
  /** What `--fix` runs instead; it still fails on what it cannot repair. */
  readonly fix?: readonly [script: string, ...args: string[]];
}

const biome = "node_modules/@biomejs/biome/bin/biome";
const oxlint = "node_modules/oxlint/bin/oxlint";

/** The quick ones come first, so that a slip of the pen is told at once. */
export const checks: readonly Check[] = [
  { name: "format", command: [biome, "check"], fix: [biome, "check", "--write"] },
  { name: "lint", command: [oxlint], fix: [oxlint, "--fix"] },
  { name: "types", command: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "boundaries", command: ["tools/boundaries.ts"] },
  { name: "generated", command: ["tools/generate.ts", "--check"] },
  { name: "knip", command: ["node_modules/knip/bin/knip.js"] },
  { name: "licences", command: ["tools/licences.ts"] },
];
