import { z } from "zod";
import { isObject, type Json } from "./json.ts";
import { isOperation } from "./match.ts";
import { operators } from "./operators.ts";

/** The form of the files under contract/fixtures; its README explains every member. */

const json: z.ZodType<Json> = z.json();

/** A misspelt operator would otherwise be noticed only when its case runs. */
const matcher = json.superRefine((value, context) => {
  for (const problem of problemsOf(value)) context.addIssue({ code: "custom", message: problem });
});

function problemsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(problemsOf);
  if (!isObject(value)) return [];
  const unknown = isOperation(value)
    ? Object.keys(value).filter((name) => !Object.hasOwn(operators, name))
    : [];
  return [...unknown.map((name) => `${name} is no operator`), ...Object.values(value).flatMap(problemsOf)];
}

/** What goes out as the body, byte for byte: text, bytes, or a text that would be too long to write down. */
export const rawBody = z.union([
  z.string(),
  z.strictObject({ hex: z.string().regex(/^([0-9a-f]{2})+$/) }),
  z.strictObject({ before: z.string(), repeat: z.string(), times: z.int().positive(), after: z.string() }),
]);

const request = z
  .strictObject({
    method: z.string().regex(/^([A-Z]+|\{\{\w+\}\})$/),
    path: z.string(),
    /** A null leaves out a header that would be sent otherwise. */
    headers: z.record(z.string(), z.string().nullable()).optional(),
    /** A tenant's token, `none`, or the words of the header itself. */
    auth: z.string().default("server"),
    body: json.optional(),
    /** Members laid over `body`. */
    merge: json.optional(),
    /** Members taken out of `body`. */
    omit: z.array(z.string()).optional(),
    rawBody: rawBody.optional(),
    /** How many times the request goes out at once. */
    parallel: z.int().min(2).max(1000).optional(),
  })
  .refine(({ body, rawBody }) => body === undefined || rawBody === undefined, "either body or rawBody");

const status = z.union([z.int(), z.array(z.int()), z.string().regex(/^\{\{\w+\}\}$/)]);

const expectation = z
  .strictObject({
    /** One, or any of several; `statuses` counts them when requests went out at once. */
    status: status.optional(),
    statuses: z.record(z.string().regex(/^\d{3}$/), z.int()).optional(),
    headers: z.record(z.string(), matcher).optional(),
    body: matcher.optional(),
    text: matcher.optional(),
    /** Paths whose values are the same in all answers below 300. */
    same: z.array(z.string()).optional(),
  })
  .refine(
    ({ status, statuses }) => (status === undefined) !== (statuses === undefined),
    "status or statuses",
  );

const step = z
  .strictObject({
    note: z.string().optional(),
    request,
    expect: expectation,
    /** Variable → path in the answer: `body.id`, `headers.etag`, `text`. Of the first answer, when there are many. */
    capture: z.record(z.string().regex(/^\w+$/), z.string()).optional(),
  })
  .refine(
    ({ request, expect }) => request.parallel !== undefined || !expect.statuses,
    "statuses need parallel",
  );

/** Done after the steps, whatever came of them; what it answers is not looked at. */
const cleanupStep = z.strictObject({ request });

const marks = ["ref", "new", "client", "ours"] as const;
const profiles = ["smoke", "wire", "full"] as const;

export const fixtureFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  operation: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(10),
  provenance: z.strictObject({ mark: z.enum(marks), where: z.string().min(5) }),
  profile: z.enum(profiles),
  /** A tenant the fixture needs that not every server has. */
  needs: z.array(z.literal("defaulting")).default([]),
  /** Names of what given.json sets up first. */
  given: z.array(z.string()).default([]),
  /** Variables by which otherwise equal cases differ; each row is a case of its own. */
  cases: z
    .array(z.looseObject({ id: z.string().regex(/^[a-z0-9-]+$/) }).catchall(json))
    .min(1)
    .optional(),
  steps: z.array(step).min(1),
  cleanup: z.array(cleanupStep).default([]),
});

/** given.json: name → how it comes about, and how it goes away again. */
export const givenFile = z.record(
  z.string(),
  z.strictObject({ steps: z.array(step), cleanup: z.array(cleanupStep).default([]) }),
);

export type FixtureFile = z.infer<typeof fixtureFile>;
export type GivenFile = z.infer<typeof givenFile>;
export type FixtureRequest = z.infer<typeof request>;
export type Expectation = z.infer<typeof expectation>;
export type Step = z.infer<typeof step>;
export type CleanupStep = z.infer<typeof cleanupStep>;
export type Profile = (typeof profiles)[number];

/** Whether a run of `asked` takes in what is marked `own`: smoke ⊂ wire ⊂ full. */
export function includes(asked: Profile, own: Profile): boolean {
  return profiles.indexOf(own) <= profiles.indexOf(asked);
}

export function isProfile(name: string): name is Profile {
  return (profiles as readonly string[]).includes(name);
}
