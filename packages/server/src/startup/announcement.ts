import { type Config, isLoopback } from "../config/index.ts";
import type { AppContext } from "../context.ts";
import { demoClient } from "../demo/index.ts";
import { AppError } from "../errors.ts";
import { banner, type Facts } from "./banner.ts";
import { measureSyncMilliseconds } from "./measure-disk.ts";
import type { Tenants } from "./prepare-tenants.ts";
import type { Storage } from "./storage.ts";

export interface Subject {
  readonly config: Config;
  /** Where the node answers on this machine. */
  readonly address: string;
  readonly storage: Storage;
  readonly tenants: Tenants;
  readonly context: AppContext;
}

/** The text for whoever started the node, with a token of the demo's so that its command works as pasted. */
export async function describeNode(subject: Subject): Promise<string> {
  const { config, address, storage, tenants } = subject;
  const folder = storage.folder?.path;
  return banner({
    address,
    data: folder ?? describeDatabase(config.databaseUrl ?? ""),
    syncMilliseconds: folder === undefined ? null : await measureSyncMilliseconds(folder),
    demo: await signInToDemo(subject),
    anyPartner: tenants.any,
    anyOperator: tenants.anyOperator,
    warnings: warningsOf(config),
  });
}

async function signInToDemo({ context, tenants }: Subject): Promise<Facts["demo"]> {
  if (!tenants.demo) return null;
  try {
    const { accessToken, expiresIn } = await context.tokens.issue(
      demoClient.clientId,
      demoClient.clientSecret,
    );
    return { ...tenants.demo, token: accessToken, tokenSeconds: expiresIn };
  } catch (error) {
    // somebody gave the demo tenant another secret: theirs to use, and no reason not to start
    if (error instanceof AppError && error.code === "unauthorized") return null;
    throw error;
  }
}

/** Host and name only: the text may end up on a screen or in a log. */
function describeDatabase(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL of DATABASE_URL: ${host || "local socket"}${pathname}`;
}

function warningsOf({ demo, host, publicUrl }: Config): string[] {
  const warnings: string[] = [];
  if (demo && publicUrl !== null && !isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ""))) {
    warnings.push(
      `the demo is on and TOCSIN_PUBLIC_URL is ${publicUrl}: if others can reach this node, they can use the demo tenants, ` +
        "whose secrets everybody knows. Set TOCSIN_DEMO=0.",
    );
  }
  if (publicUrl === null && !isLoopback(host)) {
    warnings.push(
      "TOCSIN_PUBLIC_URL is not set: links to tracking pages carry this machine's name, which others may not know.",
    );
  }
  return warnings;
}
