import type { ErrorAnswer } from "@tocsin/wire";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError, type ErrorCode } from "../../errors.ts";

/** Seconds after which a client may try again when the database was away. */
const retryAfterSeconds = 1;

const libraryErrors: Record<string, [ErrorCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["body-too-large", "The body is larger than this operation takes (1 MiB unless documented otherwise)."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported-media-type", "Send the body as application/json."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["invalid-request", "Content-Length does not match the body."],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["malformed-json", "The body is empty."],
  FST_ERR_BAD_URL: ["invalid-request", "The path is not a valid percent-encoded URL."],
  FST_ERR_MAX_PARAM_LENGTH: ["invalid-request", "A path segment is longer than 2,048 bytes."],
};

/** The one place that knows how an error becomes an answer (panic-v2 §1.7). */
export function errorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendError(toAppError(error), request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendError(new AppError("not-found", `There is no ${request.method} ${request.url.split("?")[0]} here.`), request, reply),
  );
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = libraryErrors[code];
  if (known) return new AppError(known[0], known[1], { cause: error });
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new AppError("invalid-request", (error as Error).message, { cause: error });
  return new AppError("internal-error", "Something went wrong on our side. The request id names it in the log.", { cause: error });
}

export function sendError(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, error.message);
  void reply.code(error.status).header("x-error-code", error.code).type("application/json; charset=utf-8");
  if (error.code === "unavailable") void reply.header("retry-after", retryAfterSeconds);
  if (error.status === 401) void reply.header("www-authenticate", 'Bearer realm="panic-api"');
  return reply.serializer(JSON.stringify).send(errorBody(error));
}

export function errorBody(error: AppError): ErrorAnswer {
  return error.fields ? { message: error.message, errors: [...error.fields] } : { message: error.message };
}
