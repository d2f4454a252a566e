import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("an address is enough: the demo's tenants, profile wire, everything", () => {
  expect(readOptions(["--base-url", "http://127.0.0.1:8080"])).toEqual({
    base: new URL("http://127.0.0.1:8080/"),
    profile: "wire",
    tenants: {
      server: { clientId: "demo", clientSecret: "demo-secret" },
      other: { clientId: "demo2", clientSecret: "demo2-secret" },
    },
    only: [],
    report: undefined,
  });
});

test("everything can be said", () => {
  const line =
    "--base-url https://a.example/p --profile full --client-id a --client-secret b --other-client-id c --other-client-secret d " +
    "--defaulting-client-id e --defaulting-client-secret f --only get-callout --only folds --report r.json";
  expect(readOptions(line.split(" "))).toEqual({
    base: new URL("https://a.example/p"),
    profile: "full",
    tenants: {
      server: { clientId: "a", clientSecret: "b" },
      other: { clientId: "c", clientSecret: "d" },
      defaulting: { clientId: "e", clientSecret: "f" },
    },
    only: ["get-callout", "folds"],
    report: "r.json",
  });
});

test.each([
  ["", "--base-url"],
  ["--base-url 127.0.0.1:8080", "--base-url"],
  ["--base-url http://", "--base-url"],
  ["--base-url http://a --profile quick", "smoke, wire or full"],
  ["--base-url http://a --colour red", "--colour"],
])("%j is refused by name", (line, reason) => {
  expect(() => readOptions(line.split(" ").filter(Boolean))).toThrow(reason);
});
