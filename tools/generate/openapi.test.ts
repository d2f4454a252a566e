import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openApi } from "./openapi.ts";

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const result = await validator.validate(parse(await openApi.write()) as Record<string, unknown>);
  expect(result).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("the validator would see a mistake", async () => {
  const document = parse(await openApi.write()) as {
    paths: Record<string, Record<string, { responses?: unknown }>>;
  };
  document.paths["/panic-api/v2/responseTypes"] = { get: { responses: "none" } };
  expect((await new Validator().validate(document)).valid).toBe(false);
});

test("it is the same each time it is written", async () => {
  expect(await openApi.write()).toBe(await openApi.write());
});
