import { DatabaseError } from "pg";
import { AppError } from "../errors.ts";

/** SQLSTATE classes that mean "not now", not "wrong": connection, resources (disk full included), shutdown, read-only, lock and deadlock. */
const passingStates = /^(08|53|57|58|25006|40|55P03|XX)/;
const passingSystemCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ENOTFOUND",
  "EHOSTUNREACH",
]);
const passingMessages =
  /Connection terminated|timeout|pool after calling end|Client has encountered a connection error|not queryable|Client was closed/i;

/** True when the same request may succeed later, as it is. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AppError) return error.code === "unavailable";
  if (error instanceof DatabaseError) return passingStates.test(error.code ?? "");
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && passingSystemCodes.has(error.code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  return passingMessages.test(error.message);
}

/** True when the server itself said no: then its connection can be used again. Otherwise it may still be at work. */
export function isAnswered(error: unknown): boolean {
  return !isUnavailable(error) || (error instanceof AppError && error.cause instanceof DatabaseError);
}

/** The 503 in place of a database that is away; every other error as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !isUnavailable(error)) return error;
  return new AppError("unavailable", "The database is not reachable just now. Send the same request again.", {
    cause: error,
  });
}
