import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openApiFiles } from "./openapi.ts";

test("each door has a file", () => {
  expect(openApiFiles.map(({ path }) => path)).toEqual([
    "contract/openapi.yaml",
    "contract/openapi-control.yaml",
    "contract/openapi-responder.yaml",
  ]);
});

describe.each(openApiFiles)("$path", (file) => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate(parse(await file.write()) as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  test("the validator would see a mistake", async () => {
    const document = parse(await file.write()) as {
      paths: Record<string, Record<string, { responses?: unknown }>>;
    };
    const [path = ""] = Object.keys(document.paths);
    document.paths[path] = { get: { responses: "none" } };
    expect((await new Validator().validate(document)).valid).toBe(false);
  });

  test("is the same each time it is written", async () => {
    expect(await file.write()).toBe(await file.write());
  });
});
