import { z } from "zod";
import { emailAddress } from "./email-address.ts";
import { instant, optional, pathId, requiredText, text } from "./scalars.ts";

/** A file that came with a form. */
export interface UploadedFile {
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

/** How a delimiter may be written by those who cannot type it. */
const namedDelimiters: Readonly<Record<string, string>> = { "\\t": "\t", tab: "\t", TAB: "\t" };

const delimiter = optional(
  z
    .string()
    .transform((given) => namedDelimiters[given] ?? given)
    .refine((given) => /^[^"\r\n\0]$/.test(given), 'must be one character, such as , or ; or \\t, and not "'),
).transform((given) => given ?? ",");

const yes = ["true", "1"];
const flag = optional(z.enum([...yes, "false", "0"], { error: "must be true or false" })).transform(
  (given) => given !== undefined && yes.includes(given),
);

/** The form of POST /v1/predefinedlocations/upload. Where the callback leads is judged beside it. */
export const uploadFixedLocationsRequest = z
  .object({
    locations: z
      .custom<UploadedFile>(
        (file) => typeof file === "object" && file !== null && "read" in file,
        "is required (a CSV file)",
      )
      .meta({ type: "string", format: "binary" })
      .describe("CSV in UTF-8 with a header row of member names; 64 MiB at most."),
    callbackUrl: requiredText(2_048).describe("https; hears what came of it."),
    userEmail: optional(emailAddress(320)),
    delimiter: delimiter
      .meta({ default: "," })
      .describe("Between cells; a comma unless given. `\\t` is a tab."),
    source: optional(text(256)).describe(
      "Whatever you call where the file comes from; comes back in the callback.",
    ),
    dryRun: flag.meta({ default: "false" }).describe("`true`: tells what would change, and changes nothing."),
  })
  .meta({ id: "UploadFixedLocations" });

export const uploadAccepted = z
  .object({ message: z.string(), importId: z.int() })
  .meta({ id: "UploadAccepted" });

export const importParams = z.object({ importId: pathId });

const rowError = z
  .object({
    row: z.int().describe("As a spreadsheet counts: the header is 1. 0: no row of the file."),
    field: z.string(),
    message: z.string(),
  })
  .meta({ id: "ImportError" });

const outcome = {
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  deleted: z.int(),
  errors: z.array(rowError).describe("The first hundred; the last says how many more there are."),
};

const message = z.enum(["PREDEFINED_LOCATIONS_SYNCED", "PREDEFINED_LOCATIONS_SYNC_FAILED"]);

/** What is posted to the callback's address. */
export const importCallback = z.object({
  message,
  importId: z.int(),
  source: z.string().nullable(),
  ...outcome,
  dryRun: z.literal(true).optional().describe("There only when nothing was to be changed."),
});

export const fixedLocationImport = z
  .object({
    importId: z.int(),
    state: z.enum(["waiting", "running", "done", "failed"]),
    message: message.nullable().describe("Null as long as it is not finished."),
    dryRun: z.boolean(),
    source: z.string().nullable(),
    ...outcome,
    errorCount: z.int().describe("All of them."),
    ignoredColumns: z.array(z.string()).describe("Columns of the file that mean nothing here."),
    rowsRead: z.int(),
    bytes: z.int().describe("Of the file."),
    bytesRead: z.int(),
    callbackUrl: z.string(),
    callbackDeliveredAt: instant.nullable(),
    callbackFailure: z.string().nullable().describe("Why the callback was not delivered, so far."),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: "FixedLocationImport" });
export type FixedLocationImport = z.infer<typeof fixedLocationImport>;
