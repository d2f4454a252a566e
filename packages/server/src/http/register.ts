import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AppContext } from "../context.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, type FieldError, invalid } from "../errors.ts";
import { runOnce } from "../idempotency/index.ts";
import type { AnyCaller } from "./access/callers.ts";
import { refuseOthers } from "./access/own-subject.ts";
import { accessRules } from "./access/rules.ts";
import { answerSchemas, answerSerializer, listedErrors } from "./plugins/answers.ts";
import { errorBody } from "./plugins/errors.ts";
import { formBody, isForm } from "./plugins/form-body.ts";
import { multipartBody } from "./plugins/multipart-body.ts";
import { uploadBody } from "./plugins/upload-body.ts";
import { type Answer, honoursIdempotencyKey, type Input, type Operation } from "./route.ts";
import { validate } from "./validate.ts";

/** Puts an operation on the wire: authentication, then validation, then idempotency, then its handler. */
export function register(app: FastifyInstance, context: AppContext, operation: Operation): void {
  const { form, upload, multipart } = operation;
  if (!form && !upload && !multipart) return addRoutes(app, context, operation);
  // a scope of its own, since a parser holds for the whole scope it is added to
  void app.register(async (scope) => {
    if (form) formBody(scope);
    if (upload) uploadBody(scope, upload);
    if (multipart) await multipartBody(scope, multipart.fileBytes);
    addRoutes(scope, context, operation);
  });
}

function addRoutes(app: FastifyInstance, context: AppContext, operation: Operation): void {
  for (const path of [operation.path, ...(operation.aliases ?? [])]) addRoute(app, context, operation, path);
}

function addRoute(app: FastifyInstance, context: AppContext, operation: Operation, url: string): void {
  app.route({
    method: operation.method,
    url,
    schema: { response: answerSchemas(operation) },
    serializerCompiler: answerSerializer(operation, context),
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    exposeHeadRoute: !operation.endless,
    // zod checks in the handler, all parts together
    validatorCompiler: () => () => true,
    onRequest: async (request, reply) => {
      const { deprecatedSince } = operation;
      if (deprecatedSince) void reply.header("deprecation", deprecation(deprecatedSince));
      request.caller = await findCaller(operation, context, request);
    },
    handler: async (request, reply) => sendAnswer(reply, await run(operation, context, request)),
  });
}

/** RFC 9745: a date as RFC 9651 writes it, in seconds since 1970. */
function deprecation(since: string): string {
  return `@${Temporal.Instant.from(since).epochMilliseconds / 1000}`;
}

async function findCaller(
  { access }: Operation,
  context: AppContext,
  request: FastifyRequest,
): Promise<AnyCaller> {
  return accessRules[access].find(context, request);
}

async function run(operation: Operation, context: AppContext, request: FastifyRequest): Promise<Answer> {
  const answer = async (db: Queryable, keyed: boolean): Promise<Answer> => {
    const { params, query, body, headers } = request;
    const schemas = operation.form && isForm(request) ? { ...operation, body: operation.form } : operation;
    const found = judgement(operation, context, request);
    const stored = operation.judgeStored ? await storedJudgement(operation, request, db) : [];
    const checked = validate(schemas, { params, query, body }, [...found, ...stored]);
    await refuseOthers(db, request.caller, operation.about?.(checked) ?? null);
    const verifyCaller = () => findCaller(operation, context, request);
    const input: Input = { ...checked, context, caller: request.caller, verifyCaller, headers, db, keyed };
    return operation.handle(input).catch(listedErrors(operation, context.settings));
  };
  const tenant = request.caller && "partner" in request.caller ? request.caller.partner : undefined;
  const key = tenant && honoursIdempotencyKey(operation) ? idempotencyKey(request) : undefined;
  if (!tenant || key === undefined) return answer(context.db, false);
  const keyed = {
    customerSourceId: tenant.customerSourceId,
    operation: keySpace(operation, request.caller),
    key,
    requestSha256: fingerprint(request),
  };
  return runOnce(context.db, keyed, context.clock.now(), (tx) =>
    tx.transaction((db) => answer(db, true)).catch(storableError),
  );
}

/** What the operation itself finds wrong with the body of a partner's request. */
function judgement(
  { judgeBody }: Operation,
  context: AppContext,
  { caller, body, params }: FastifyRequest,
): readonly FieldError[] {
  return judgeBody && caller && "partner" in caller ? judgeBody(caller, body, context, params) : [];
}

async function storedJudgement(
  { judgeStored }: Operation,
  { caller, body }: FastifyRequest,
  db: Queryable,
): Promise<readonly FieldError[]> {
  return judgeStored && caller && "partner" in caller ? judgeStored(caller, body, db) : [];
}

/** Keys are a tenant's and an operation's; those of its customers' apps are each customer's own. */
function keySpace({ operationId }: Operation, caller: AnyCaller): string {
  return caller && "customerId" in caller ? `${operationId} for ${caller.customerId}` : operationId;
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key === "string" && key.length >= 1 && key.length <= 255) return key;
  throw invalid("Idempotency-Key", "must be 1 to 255 characters long");
}

/** What makes two requests of an operation the same: what they name and say, however it is spelt. */
function fingerprint({ params, query, body }: FastifyRequest): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([params, query, body]))
    .digest();
}

/** A refusal is an answer too and is kept; a failure of ours is not. */
function storableError(error: unknown): Answer {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
  return { status: error.status, body: errorBody(error), headers: { "x-error-code": error.code } };
}

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body);
}
