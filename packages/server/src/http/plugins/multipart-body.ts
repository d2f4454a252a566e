import multipart, { type Multipart } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError, invalid } from "../../errors.ts";
import { SpooledFile } from "./spooled-file.ts";

/** Beside the file there are a handful of short texts. */
const limits = { fields: 50, fieldSize: 8_192, fieldNameSize: 100, files: 1, parts: 51, headerPairs: 50 };

/** Its own errors that are no 4xx of ours already. */
const refusals: Readonly<Record<string, (fileBytes: number) => AppError>> = {
  FST_REQ_FILE_TOO_LARGE: (fileBytes) => {
    const message = `The file is larger than ${fileBytes / 1024 / 1024} MiB, which is as much as one may have.`;
    return new AppError("body-too-large", message);
  },
  FST_PARTS_LIMIT: () => invalid("body", `must have at most ${limits.parts} parts`),
  FST_FILES_LIMIT: () => invalid("body", "must have one file, and no other"),
  FST_FIELDS_LIMIT: () => invalid("body", `must have at most ${limits.fields} fields`),
};

/**
 * Reads multipart/form-data in the scope it is given: texts by their names, files as {@link SpooledFile}, which are closed when
 * the answer has left. Whoever may not call never gets this far.
 * @param fileBytes as much as one file may have
 */
export async function multipartBody(scope: FastifyInstance, fileBytes: number): Promise<void> {
  const spooled = new WeakMap<FastifyRequest, SpooledFile[]>();
  scope.removeAllContentTypeParsers();
  await scope.register(multipart, { limits: { ...limits, fileSize: fileBytes } });
  scope.addContentTypeParser("*", async () => {
    throw new AppError("unsupported-media-type", "Send a form with the file in it, as multipart/form-data.");
  });
  scope.addHook("preHandler", async (request) => {
    const files: SpooledFile[] = [];
    spooled.set(request, files);
    if (request.isMultipart()) request.body = await readParts(request, files, fileBytes);
  });
  scope.addHook("onResponse", async (request) => {
    for (const file of spooled.get(request) ?? []) await file.close();
  });
}

async function readParts(
  request: FastifyRequest,
  files: SpooledFile[],
  fileBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const parts = new Map<string, unknown>();
  try {
    for await (const part of request.parts()) {
      if (parts.has(part.fieldname)) throw invalid(part.fieldname, "must not be given twice");
      parts.set(part.fieldname, await readPart(part, files));
    }
  } catch (error) {
    throw refusalOf(error, fileBytes);
  }
  return Object.fromEntries(parts);
}

async function readPart(part: Multipart, files: SpooledFile[]): Promise<unknown> {
  if (part.type === "field") {
    if (part.valueTruncated) throw invalid(part.fieldname, `must be at most ${limits.fieldSize} bytes long`);
    return part.value;
  }
  const file = await SpooledFile.create();
  files.push(file);
  await file.fill(part.file);
  return file;
}

function refusalOf(error: unknown, fileBytes: number): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const refusal = "code" in error ? refusals[String(error.code)]?.(fileBytes) : undefined;
  // a full disk is no fault of the form's
  const isOurs = "syscall" in error;
  return refusal ?? (isOurs ? error : invalid("body", `must be a complete form: ${error.message}`));
}
