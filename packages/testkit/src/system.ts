import { randomBytes } from "node:crypto";
import {
  type AppContext,
  buildApp,
  createChangeSignal,
  createLog,
  createOutbound,
  createPartner,
  createServices,
  type Database,
  openDatabase,
  readAllowList,
} from "@tocsin/server";
import { afterAll, beforeAll, inject } from "vitest";
import { cloneDatabase, dropDatabase, type PostgresServer } from "./databases.ts";
import { operatorTokens, type TestRole } from "./operators.ts";
import { VirtualClock } from "./virtual-clock.ts";

type App = Awaited<ReturnType<typeof buildApp>>;

export interface TestPartner {
  readonly customerSourceId: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly houseAccountId: number;
}

export interface TestRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
  readonly path: string;
  /** Absent: a token of `partner`; null: none. */
  readonly token?: string | null;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  // a test asserts on shape and value at once; types would only repeat the assertion
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** The whole system in one process: a database of its own, a clock that stands still, two tenants. */
export interface TestSystem {
  readonly context: AppContext;
  readonly app: App;
  readonly clock: VirtualClock;
  readonly server: PostgresServer;
  readonly database: string;
  readonly partner: TestPartner;
  readonly otherPartner: TestPartner;
  token(partner?: TestPartner): Promise<string>;
  /** A control room session's token, of the same person for each role; `operator` by default. */
  operatorToken(role?: TestRole): Promise<string>;
  request(request: TestRequest): Promise<TestResponse>;
  /** Handles everything that is due now, and delivers what partners are told of it. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Whether the demo is on; nothing of it is there by itself. Off by default. */
  readonly demo?: boolean;
  /** As TOCSIN_OUTBOUND_ALLOW; by default a receiver on 127.0.0.1 may be told. */
  readonly outboundAllow?: string;
}

export async function startSystem(
  server: PostgresServer,
  { demo = false, outboundAllow = "127.0.0.1" }: SystemOptions = {},
): Promise<TestSystem> {
  const database = await cloneDatabase(server);
  const log = createLog(process.env.TOCSIN_TEST_LOG ?? "silent");
  const db: Database = openDatabase({ ...server, database }, log);
  const clock = new VirtualClock();
  const capabilities = {
    db,
    clock,
    random: { bytes: randomBytes },
    log,
    changes: createChangeSignal(db, log),
    outbound: createOutbound({ allowed: readAllowList(outboundAllow).list, clock }),
  };
  const context = createServices(capabilities, {
    publicUrl: "https://tocsin.test",
    strictAnswers: true,
    demo,
    corsOrigins: [],
    router: null,
  });
  const partner = await createPartner(capabilities, { clientId: "acme", name: "Acme Stores" });
  const otherPartner = await createPartner(capabilities, { clientId: "umbra", name: "Umbra Insurance" });
  const { partners, sessions, fleet, coverage, changes } = context;
  await Promise.all([partners, sessions, fleet, coverage].map((service) => service.start()));
  const app = await buildApp(context);
  const token = async (of: TestPartner = partner): Promise<string> =>
    (await context.tokens.issue(of.clientId, of.clientSecret)).accessToken;
  return {
    context,
    app,
    clock,
    server,
    database,
    partner,
    otherPartner,
    token,
    operatorToken: operatorTokens(context),
    request: async (request) =>
      send(app, request, request.token === undefined ? await token() : request.token),
    async drain() {
      await context.quietMoves.stop();
      await context.fleet.flush();
      while (
        (await context.deadlines.runDue()) +
          (await context.visits.runDue()) +
          (await context.webhooks.runDue()) >
        0
      );
      while ((await context.coverageChecks.runBatch()) > 0);
      await context.jobs.runDue();
    },
    async stop() {
      await app.close();
      const { raises, quietMoves, webhooks, jobs } = context;
      await Promise.all([raises, quietMoves, webhooks, jobs].map((service) => service.stop()));
      const { draughtsman, outbound } = context;
      const services = [partners, sessions, fleet, coverage, changes, draughtsman, outbound];
      await Promise.all(services.map((service) => service.stop()));
      await db.close();
      await dropDatabase(server, database);
    },
  };
}

async function send(
  app: App,
  { method, path, body, headers }: TestRequest,
  token: string | null,
): Promise<TestResponse> {
  const raw = typeof body === "string" || Buffer.isBuffer(body);
  const response = await app.inject({
    method,
    url: path,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) }),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    body: parse(response.body),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A {@link TestSystem} for the test file that calls it: started before its tests, stopped after them. */
export function useSystem(options: SystemOptions = {}): TestSystem {
  let system: TestSystem | undefined;
  beforeAll(async () => {
    system = await startSystem(inject("postgres"), options);
  });
  afterAll(() => system?.stop());
  return new Proxy({} as TestSystem, {
    get: (_target, member) => {
      if (!system) throw new Error("The system is there only while tests run, not while they are declared");
      return Reflect.get(system, member);
    },
  });
}
