import { type Client, createClient, TocsinError } from "@tocsin/client";
import type { Command } from "commander";

export interface ApiOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** A file of 64 MiB may take its time. */
const timeoutMilliseconds = 120_000;

/** What every command needs that asks a server as a partner. */
export function withApiOptions(command: Command): Command {
  return command
    .requiredOption("--base-url <url>", "where the server is, such as https://callouts.example.com")
    .requiredOption("--client-id <id>", "the partner")
    .option("--client-secret <secret>", "its secret; better in TOCSIN_CLIENT_SECRET");
}

export function openClient({ baseUrl, clientId, clientSecret }: ApiOptions): Client {
  const secret = clientSecret ?? process.env.TOCSIN_CLIENT_SECRET;
  if (!secret) throw new Error("Give the partner's secret as TOCSIN_CLIENT_SECRET or --client-secret.");
  return createClient({ baseUrl, clientId, clientSecret: secret, timeoutMilliseconds });
}

/** What the server refused, member by member. */
export async function explained<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof TocsinError) || error.fields.length === 0) throw error;
    const fields = error.fields.map(({ field, message }) => `  ${field}: ${message}`);
    throw new Error([error.message, ...fields].join("\n"), { cause: error });
  }
}
