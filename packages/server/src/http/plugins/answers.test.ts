import { useSystem } from "@tocsin/testkit";
import Fastify from "fastify";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "../../errors.ts";
import { createLog } from "../../telemetry/log.ts";
import { register } from "../register.ts";
import { type Answer, operation } from "../route.ts";
import { errorAnswers } from "./errors.ts";

const system = useSystem();

const schema = z.object({
  id: z.int(),
  name: z.string().nullable(),
  parts: z.array(z.object({ at: z.string() })),
});
const right = { id: 7, name: null, parts: [{ at: "here" }] };

/** What an operation that should answer {@link schema} puts on the wire when it answers (or does) `body`, and what it logs. */
async function answer(body: unknown, strictAnswers: boolean) {
  const handle =
    typeof body === "function" ? (body as () => Promise<Answer>) : async () => ({ status: 200, body });
  const logged: Record<string, unknown>[] = [];
  const log = createLog("error", {
    write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>),
  });
  const settings = { ...system.context.settings, strictAnswers };
  const app = Fastify();
  app.decorateRequest("caller", null);
  errorAnswers(app);
  register(
    app,
    { ...system.context, log, settings },
    operation({
      method: "GET",
      path: "/thing",
      operationId: "get-thing",
      summary: "A thing",
      tag: "Things",
      access: "open",
      answers: { 200: schema },
      errors: [],
      handle,
    }),
  );
  const response = await app.inject("/thing");
  await app.close();
  return { status: response.statusCode, body: response.json<unknown>(), logged };
}

test.each([true, false])(
  "an answer that keeps to its schema is sent as it is (strict: %s)",
  async (strict) => {
    expect(await answer(right, strict)).toEqual({ status: 200, body: right, logged: [] });
  },
);

describe("in production the work is done, so an answer that misses its schema", () => {
  const { id: _, ...withoutId } = right;

  test("is sent all the same, and reported with the operation", async () => {
    const { status, body, logged } = await answer(withoutId, false);
    expect({ status, body }).toEqual({ status: 200, body: withoutId });
    expect(logged).toEqual([
      expect.objectContaining({
        operationId: "get-thing",
        status: "200",
        msg: "an answer misses its schema",
      }),
    ]);
  });

  test("never shows a member that the contract does not list", async () => {
    expect((await answer({ ...right, secret: "s" }, false)).body).toEqual(right);
  });
});

test.each([
  ["a member is missing", { name: null, parts: [] }],
  ["a member is not in the contract", { ...right, secret: "s" }],
  ["an integer is sent as text", { ...right, id: "7" }],
  ["a member that may not be null is null", { ...right, parts: [{ at: null }] }],
])("in tests it fails when %s", async (_what, body) => {
  expect(await answer(body, true)).toMatchObject({ status: 500 });
});

describe("an error that the operation does not list", () => {
  const failing = () => Promise.reject(new AppError("reference-taken", "Taken."));

  test("reaches the client in production", async () => {
    expect(await answer(failing, false)).toMatchObject({ status: 409, body: { message: "Taken." } });
  });

  test("fails in tests", async () => {
    expect(await answer(failing, true)).toMatchObject({ status: 500 });
  });
});
