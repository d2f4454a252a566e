import { z } from "zod";

/** Every error answer (panic-v2 §1.7). A 400 names every bad member. */
export const errorAnswer = z
  .object({
    message: z.string().describe("What was wrong, where, and what was expected."),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Error" });

export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** Names each bad member with what would be right, in the words of the contract and not of a validator. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): { field: string; message: string }[] {
  return issues.map((issue) => ({ field: fieldOf(issue), message: messageOf(issue) }));
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return (
    issue.path
      .map((part, index) =>
        typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`,
      )
      .join("") || "body"
  );
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input")) {
    return issue.input === undefined && !/received (?!undefined)/.test(issue.message)
      ? `is required (${kind(issue.expected)})`
      : `must be ${kind(issue.expected)}`;
  }
  if (issue.code === "invalid_value" && /^Invalid (option|input)/.test(issue.message)) {
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  }
  if (issue.code === "too_big") return within("at most", issue.maximum, issue.origin);
  if (issue.code === "too_small") return within("at least", issue.minimum, issue.origin);
  return issue.message;
}

/** A number is, a list holds, a text is so many characters long. */
function within(bound: "at least" | "at most", count: number | bigint, origin: string): string {
  if (origin === "array") return `must hold ${bound} ${count}`;
  return `must be ${bound} ${count}${origin === "string" ? " characters long" : ""}`;
}

function kind(expected: string): string {
  const names: Record<string, string> = {
    int: "an integer",
    number: "a number",
    string: "a string",
    boolean: "a boolean",
    object: "a JSON object",
    array: "an array",
    record: "a JSON object",
  };
  return names[expected] ?? expected;
}
