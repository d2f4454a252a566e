import { describe, expect, test } from "vitest";
import { fill, fillText, UnknownVariable, type Variables } from "./template.ts";

const variables: Variables = {
  known: { unique: "u1", location: { id: 7, tags: ["a"], "dotted.key": 1 }, pair: "demo:s", nothing: null },
  row: { reference: "acc-{{unique}}", body: { id: "{{location.id}}", on: true }, hidden: "{{unique}}" },
};

describe("fill", () => {
  test.each([
    ["{{location.id}}", 7],
    ["{{location}}", { id: 7, tags: ["a"], "dotted.key": 1 }],
    ["{{location.tags.0}}", "a"],
    ["{{nothing}}", null],
    ["no. {{location.id}}", "no. 7"],
    ["{{reference}}", "acc-u1"],
    ["{{body}}", { id: 7, on: true }],
    [
      ["{{unique}}", 5],
      ["u1", 5],
    ],
    [{ "{{unique}}": "{{unique}}" }, { u1: "u1" }],
    ["{ not one }", "{ not one }"],
  ])("%j becomes %j", (template, filled) => {
    expect(fill(template, variables)).toEqual(filled);
  });

  test("what a server sent is not looked into for braces", () => {
    const known = { name: "{{secret}}", secret: "x" };
    expect(fill("{{name}}", { known, row: {} })).toBe("{{secret}}");
  });

  test.each(["{{other}}", "{{location.name}}", "{{location.constructor}}", "{{shout unique}}"])(
    "%s is unknown",
    (template) => {
      expect(() => fill(template, variables)).toThrow(UnknownVariable);
    },
  );
});

describe("a filter", () => {
  const known = {
    reference: "a/b c%",
    url: "https://tocsin.test/track/1-a?x=1",
    link: '<https://tocsin.test/p?limit=1&cursor=%2B>; rel="next"',
    relative: "</p?cursor=2>; rel=next",
    last: '<https://tocsin.test/p>; rel="prev"',
    pair: "demo:s",
  };
  test.each([
    ["{{uri reference}}", "a%2Fb%20c%25"],
    ["{{pathOf url}}", "/track/1-a?x=1"],
    ["{{nextOf link}}", "/p?limit=1&cursor=%2B"],
    ["{{nextOf relative}}", "/p?cursor=2"],
    ["Basic {{base64 pair}}", "Basic ZGVtbzpz"],
  ])("%s gives %s", (template, text) => {
    expect(fillText(template, { known, row: {} })).toBe(text);
  });

  test("there is no next page without rel=next", () => {
    expect(() => fillText("{{nextOf last}}", { known, row: {} })).toThrow(UnknownVariable);
  });
});
