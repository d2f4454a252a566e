import { prepareRaise, type RaiseCommand, raiseStatement, systemClock, systemRandom } from "@tocsin/server";
import Fastify from "fastify";
import pg from "pg";

/**
 * The yardstick: a bare Fastify handler that runs the same statement for each request on a pool. No token, no
 * validation, no batching, no presentation. Run as a process of its own: `DATABASE_URL`, `COMMAND` (JSON).
 */
const command = JSON.parse(process.env.COMMAND ?? "") as RaiseCommand;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const capabilities = { clock: systemClock(), random: systemRandom };
const app = Fastify({ routerOptions: { maxParamLength: 2_048 } });

app.post<{ Params: { externalReferenceId: string } }>(
  "/panic-api/v2/predefinedLocations/externalRef/:externalReferenceId/callouts",
  async ({ params }, reply) => {
    const raise = prepareRaise(capabilities, { ...command, request: { ...command.request, ...params } });
    const { rows } = await pool.query<{ id: string; created_at: Date }>(raiseStatement([raise]));
    return reply.code(201).send(rows[0]);
  },
);

await app.listen({ host: "127.0.0.1", port: 0 });
const address = app.server.address();
process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
