import { expect, it } from "vitest";
import { findOffenders } from "./find-offenders.ts";

it("names each package whose licence is not on the list, wherever it is nested", () => {
  const offenders = findOffenders({
    packages: {
      "node_modules/good": { version: "1.0.0", license: "(MIT OR GPL-3.0-only)" },
      "node_modules/good/node_modules/@bad/one": { version: "2.0.0", license: "AGPL-3.0-only" },
      "node_modules/silent": { version: "3.0.0" },
    },
  });
  expect(offenders).toEqual([
    { name: "@bad/one", version: "2.0.0", reason: "has the licence AGPL-3.0-only, which is not on the list" },
    { name: "silent", version: "3.0.0", reason: "names no licence" },
  ]);
});

it("allows MPL-2.0 for a tool, and not for what is passed on", () => {
  const mpl = { version: "1.0.0", license: "MPL-2.0" };
  expect(findOffenders({ packages: { "node_modules/tool": { ...mpl, dev: true } } })).toEqual([]);
  expect(findOffenders({ packages: { "node_modules/part": mpl } })).toHaveLength(1);
});

it("knows the packages that were judged one by one, under the licence that they had then", () => {
  const under = (license?: string) => ({
    "node_modules/@resvg/resvg-js-linux-x64-gnu": { version: "1.0.0", ...(license ? { license } : {}) },
  });
  expect(findOffenders({ packages: under("MPL-2.0") })).toEqual([]);
  expect(findOffenders({ packages: under("GPL-3.0-only") })).toHaveLength(1);
});

it("does not judge this repository's own packages", () => {
  const packages = { "": {}, "packages/wire": {}, "node_modules/@tocsin/wire": { link: true } };
  expect(findOffenders({ packages })).toEqual([]);
});
