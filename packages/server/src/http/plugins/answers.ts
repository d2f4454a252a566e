import { isDeepStrictEqual } from "node:util";
import fastJsonStringify from "fast-json-stringify";
import type { z } from "zod";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { type JsonSchema, serializingSchema } from "../json-schema.ts";
import { possibleErrors } from "../possible-errors.ts";
import type { Operation } from "../route.ts";

type Serialize = (answer: unknown) => string;

/** Many operations answer with the same thing, and compiling is what a start spends most of its time on: done once for each. */
const described = new WeakMap<z.ZodType, JsonSchema>();
const compiled = new WeakMap<JsonSchema, Serialize>();

/** Status → the schema that its answer is serialized by. Errors leave as plain JSON and are not among them. */
export function answerSchemas(operation: Operation): Record<number, JsonSchema> {
  const schemas: Record<number, JsonSchema> = {};
  for (const [status, schema] of Object.entries(operation.answers)) {
    if (schema) schemas[Number(status)] = remember(described, schema, serializingSchema);
  }
  return schemas;
}

/**
 * Compiles the serializers of an operation, for Fastify's `serializerCompiler`. By then the work is done and committed, so an
 * answer that misses its schema is a mistake of ours that must not look like a failure to the client: production
 * sends what there is and reports it; tests (`strictAnswers`) fail, for a member too many or of another type too.
 */
export function answerSerializer(
  operation: Operation,
  { settings, log }: Pick<AppContext, "settings" | "log">,
) {
  return ({ schema, httpStatus }: { schema: unknown; httpStatus?: string }): Serialize => {
    const serialize = remember(compiled, schema as JsonSchema, compile);
    if (settings.strictAnswers) return strictly(serialize, `${operation.operationId} ${httpStatus}`);
    return (answer) => {
      try {
        return serialize(answer);
      } catch (error) {
        log.error(
          { err: error, operationId: operation.operationId, status: httpStatus },
          "an answer misses its schema",
        );
        return JSON.stringify(answer);
      }
    };
  };
}

/**
 * Passes the errors of an operation on. One that the contract does not list for it is a mistake as well: tests fail.
 * @returns for `catch`
 */
export function listedErrors(
  operation: Operation,
  { strictAnswers }: AppContext["settings"],
): (error: unknown) => never {
  return (error) => {
    const listed = !(error instanceof AppError) || possibleErrors(operation).includes(error.code);
    if (listed || !strictAnswers) throw error;
    throw new Error(`${operation.operationId} answered ${error.code}, which its errors do not list`, {
      cause: error,
    });
  };
}

function compile(schema: JsonSchema): Serialize {
  return fastJsonStringify(schema);
}

function remember<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

/** A compiled serializer bends values into their types and drops what it does not know; in a test that is a failure. */
function strictly(serialize: Serialize, what: string): Serialize {
  return (answer) => {
    const sent = serialize(answer);
    const meant = JSON.stringify(answer);
    if (!isDeepStrictEqual(JSON.parse(sent), JSON.parse(meant))) {
      throw new Error(`The answer of ${what} misses its schema: meant ${meant}, would send ${sent}`);
    }
    return sent;
  };
}
