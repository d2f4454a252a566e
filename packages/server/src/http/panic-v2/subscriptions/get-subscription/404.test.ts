import { useSystem } from "@tocsin/testkit";
import { test } from "vitest";
import { expectAbsent } from "../testing/expect-absent.ts";

const system = useSystem();

test("a subscription that never was, or is another tenant's: in the same words", () =>
  expectAbsent(system, "GET"));
