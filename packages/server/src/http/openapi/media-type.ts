import type { JsonSchema } from "../json-schema.ts";
import type { Exchange } from "./exchanges.ts";
import type { Example, MediaType } from "./types.ts";

/** A body with its samples. @param pick the half of the exchange that is shown */
export function mediaType(
  schema: JsonSchema,
  exchanges: readonly Exchange[],
  pick: (exchange: Exchange) => unknown,
): MediaType {
  if (exchanges.length === 0) return { schema };
  const examples: Record<string, Example> = {};
  for (const exchange of exchanges)
    examples[exchange.name] = { summary: exchange.summary, value: pick(exchange) };
  return { schema, examples };
}
