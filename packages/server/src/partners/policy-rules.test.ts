import { defaultPolicies } from "@tocsin/domain";
import { describe, expect, test } from "vitest";
import { countryCodes } from "./iso-3166.ts";
import { policyRules } from "./policy-rules.ts";

type Name = keyof typeof policyRules;

describe("a policy takes from its text", () => {
  test.each<[Name, string, unknown]>([
    ["tokenLifetimeSeconds", "60", 60],
    ["tokenLifetimeSeconds", "86400", 86_400],
    ["responseTypes", "1", [1]],
    ["responseTypes", "4, 2,1", [4, 2, 1]],
    ["serviceTypes", "guarding,escort", ["guarding", "escort"]],
    ["serviceTypes", "none", []],
    ["defaultResponseTypeId", "2", 2],
    ["defaultResponseTypeId", "null", null],
    ["unknownReferenceStatus", "400", 400],
    ["tryBeforeSignup", "true", true],
    ["legacyCreateChecksSubscription", "false", false],
    ["testSupplierId", "17", 17],
    ["testSupplierId", "null", null],
    ["defaultRegion", "gb", "GB"],
    ["timeZone", "europe/london", "Europe/London"],
    ["timeZone", "Asia/Kolkata", "Asia/Kolkata"],
    ["timeZone", "UTC", "UTC"],
    ["timing", '{"alarmAfterSeconds": 90}', { alarmAfterSeconds: 90 }],
    ["timing", "{}", {}],
    [
      "timing",
      '{"offerSeconds": 30, "byResponseType": {"2": {"offerSeconds": 15}, "4": {}}}',
      { offerSeconds: 30, byResponseType: { 2: { offerSeconds: 15 }, 4: {} } },
    ],
  ])("%s %s", (name, text, value) => {
    const rule = policyRules[name];
    expect(rule.read(text)).toEqual(value);
    expect(rule.accepts(rule.read(text))).toBe(true);
  });
});

describe("a policy refuses", () => {
  test.each<[Name, string]>([
    ["tokenLifetimeSeconds", "59"],
    ["tokenLifetimeSeconds", "86401"],
    ["tokenLifetimeSeconds", "60.5"],
    ["tokenLifetimeSeconds", "an hour"],
    ["tokenLifetimeSeconds", ""],
    ["responseTypes", ""],
    ["responseTypes", "5"],
    ["responseTypes", "1,1"],
    ["responseTypes", "SECURITY"],
    ["serviceTypes", "guarding,gardening"],
    ["serviceTypes", ""],
    ["defaultResponseTypeId", "0"],
    ["defaultResponseTypeId", "none"],
    ["unknownReferenceStatus", "410"],
    ["tryBeforeSignup", "yes"],
    ["tryBeforeSignup", "1"],
    ["testSupplierId", "0"],
    ["testSupplierId", "9007199254740992"],
    ["defaultRegion", "EU"],
    ["defaultRegion", "ZAF"],
    ["defaultRegion", "UK"],
    ["timeZone", "+02:00"],
    ["timeZone", "Africa/Atlantis"],
    ["timeZone", ""],
    ["timing", "90"],
    ["timing", "null"],
    ["timing", "[]"],
    ["timing", '{"alarmAfterSeconds": 0}'],
    ["timing", '{"alarmAfterSeconds": "90"}'],
    ["timing", '{"alarmAfterMinutes": 2}'],
    ["timing", '{"constructor": 5}'],
    ["timing", '{"byResponseType": null}'],
    ["timing", '{"byResponseType": [{"offerSeconds": 15}]}'],
    ["timing", '{"byResponseType": {"MEDICAL": {"offerSeconds": 15}}}'],
    ["timing", '{"byResponseType": {"5": {"offerSeconds": 15}}}'],
    ["timing", '{"byResponseType": {"02": {"offerSeconds": 15}}}'],
    ["timing", '{"byResponseType": {"__proto__": {"offerSeconds": 15}}}'],
    ["timing", '{"byResponseType": {"2": 15}}'],
    ["timing", '{"byResponseType": {"2": {"offerSeconds": 0}}}'],
    ["timing", '{"byResponseType": {"2": {"byResponseType": {}}}}'],
    ["timing", "{alarmAfterSeconds: 90}"],
  ])("%s %j", (name, text) => {
    const rule = policyRules[name];
    expect(rule.accepts(rule.read(text))).toBe(false);
  });
});

test.each(Object.keys(policyRules) as Name[])("the default of %s is one it accepts", (name) => {
  expect(policyRules[name].accepts(defaultPolicies[name])).toBe(true);
});

test("every country has a name", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect([...countryCodes].filter((code) => !names.of(code))).toEqual([]);
  expect(countryCodes.size).toBe(249);
});
