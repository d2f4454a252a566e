import fc from "fast-check";
import { expect, it } from "vitest";
import { isolate, isolateNames, withoutDirections } from "./directions.ts";

it.each([
  ["Offered to محمد علي, 4 min away", `Offered to ${isolate("محمد علي")}, 4 min away`],
  ["בן־דוד and محمد", `${isolate("בן־דוד")} and ${isolate("محمد")}`],
  ["nobody", "nobody"],
])("sets the names of %j apart", (text, isolated) => {
  expect(isolateNames(text)).toBe(isolated);
});

it("leaves what is set apart already as it is", () => {
  const text = `Site: ${isolate("متجر 12 (B2)")}.`;
  expect(isolateNames(text)).toBe(text);
});

it("adds nothing that is seen", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(withoutDirections(isolateNames(text))).toBe(withoutDirections(text));
    }),
  );
});
