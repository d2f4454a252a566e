import { expect, test } from "vitest";
import { banner, type Facts } from "./banner.ts";

const facts: Facts = {
  address: "http://127.0.0.1:8080",
  data: "/srv/tocsin/.tocsin",
  syncMilliseconds: 0.873,
  demo: { customerId: 178_003, references: ["STORE-001", "STORE-002"], token: "a.b.c", tokenSeconds: 3600 },
  anyPartner: true,
  anyOperator: true,
  warnings: [],
};

test("the command of the reference page stands on a line of its own, token included", () => {
  expect(banner(facts).split("\n")).toContain(
    "curl -X POST 'http://127.0.0.1:8080/panic-api/v2/predefinedLocations/externalRef/STORE-001/callouts' " +
      "-H 'Authorization: Bearer a.b.c' -H 'Content-Type: application/json' -d '{\"responseTypeId\": 2}'",
  );
});

test("says where the data lies, how fast the disk is and who may sign in", () => {
  const text = banner(facts);
  expect(text).toContain("/srv/tocsin/.tocsin");
  expect(text).toContain("0.87 ms");
  expect(text).toContain(
    "clientId demo, clientSecret demo-secret: places STORE-001 to STORE-002, customer 178003",
  );
  expect(text).toContain("clientId demo2, clientSecret demo2-secret");
});

test("without a demo there is neither command nor secret", () => {
  const text = banner({ ...facts, demo: null });
  expect(text).not.toContain("curl");
  expect(text).not.toContain("secret");
});

test("the first start of a node without partners says how to make one", () => {
  expect(banner({ ...facts, demo: null, anyPartner: false })).toContain(
    "npm exec --no -- tocsin partner create",
  );
  expect(banner({ ...facts, demo: null, anyPartner: true })).not.toContain("partner create");
});

test("the demo's operator is told where the demo is on; elsewhere the first start says how to make one", () => {
  expect(banner(facts)).toContain(
    "username operator, password operator: http://127.0.0.1:8080/control/v1/sessions",
  );
  const without = { ...facts, demo: null };
  expect(banner({ ...without, anyOperator: false })).toContain("npm exec --no -- tocsin operator create");
  expect(banner(without)).not.toContain("operator");
});

test("warnings are marked as such", () => {
  expect(banner({ ...facts, warnings: ["the demo is on"] })).toContain("\nWarning: the demo is on\n");
});
