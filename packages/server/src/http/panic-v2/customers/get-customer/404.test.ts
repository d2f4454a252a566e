import { useSystem } from "@tocsin/testkit";
import { test } from "vitest";
import { expectAbsent } from "../testing/absent-customers.ts";

const system = useSystem();

test("a customer who never was, is another tenant's, or was deleted: in the same words", () =>
  expectAbsent(system, (id) => ({ method: "GET", path: `/panic-api/v2/customers/${id}` })));
