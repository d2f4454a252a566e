import { useSystem } from "@tocsin/testkit";
import { fixedLocationImport } from "@tocsin/wire";
import { expect, test } from "vitest";
import { csv, importFile } from "../testing/upload.ts";

const system = useSystem();

test("200 tells what became of a file, under both paths", async () => {
  const outcome = await importFile(
    system,
    csv(["externalReferenceId", "name", "latitude", "longitude", "colour"], ["a", "A", "1", "2", "red"]),
    { source: "erp", dryRun: "true" },
  );
  expect(fixedLocationImport.parse(outcome)).toEqual(outcome);
  expect(outcome).toMatchObject({ state: "done", dryRun: true, created: 1, ignoredColumns: ["colour"] });
  const path = `/panic-api/v1/predefinedlocations/imports/${outcome.importId}`;
  expect((await system.request({ method: "GET", path })).body).toEqual(outcome);
});
