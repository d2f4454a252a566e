import { expect, test } from "vitest";
import { z } from "zod";
import { describeIssues } from "./errors.ts";

const schema = z.object({
  number: z.number().min(2).max(3),
  text: z.string().min(2).max(3),
  list: z.array(z.int()).min(2).max(3),
});

test.each([
  [
    { number: 1, text: "a", list: [1] },
    ["must be at least 2", "must be at least 2 characters long", "must hold at least 2"],
  ],
  [
    { number: 4, text: "abcd", list: [1, 2, 3, 4] },
    ["must be at most 3", "must be at most 3 characters long", "must hold at most 3"],
  ],
])("a bound says what it is of: a number is, a text is long, a list holds", (body, messages) => {
  const { error } = schema.safeParse(body);
  expect(describeIssues(error?.issues ?? []).map(({ message }) => message)).toEqual(messages);
});

test("what is one of a few, and what is an object of any members, is told in words", () => {
  const few = z.object({
    one: z.enum(["a", "b"]),
    fixed: z.literal("c"),
    record: z.record(z.string(), z.string()),
  });
  const { error } = few.safeParse({ one: "x", fixed: "x", record: [] });
  const messages = describeIssues(error?.issues ?? []).map(({ message }) => message);
  expect(messages).toEqual(['must be "a" or "b"', 'must be "c"', "must be a JSON object"]);
});
