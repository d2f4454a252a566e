import { defaultPolicies } from "@tocsin/domain";
import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { listPartners, setPolicy } from "./index.ts";

const system = useSystem();

async function stored(clientId: string) {
  return (await listPartners(system.context)).find((partner) => partner.clientId === clientId)?.policies;
}

test("a policy is kept as it was set, over the defaults, and the others stay", async () => {
  await setPolicy(system.context, "acme", "responseTypes", "1,2,3");
  const policies = await setPolicy(system.context, "acme", "timing", '{"alarmAfterSeconds": 90}');
  const timing = { ...defaultPolicies.timing, alarmAfterSeconds: 90 };
  expect(policies).toEqual({ ...defaultPolicies, responseTypes: [1, 2, 3], timing });
  expect(await stored("acme")).toEqual({ responseTypes: [1, 2, 3], timing: { alarmAfterSeconds: 90 } });
});

test("timing may differ by response type, and is told as it was set", async () => {
  const own = '{"offerSeconds": 30, "byResponseType": {"2": {"offerSeconds": 15}}}';
  const { timing } = await setPolicy(system.context, "acme", "timing", own);
  const byResponseType = { 2: { offerSeconds: 15 } };
  expect(timing).toEqual({ ...defaultPolicies.timing, offerSeconds: 30, byResponseType });
  expect(await stored("acme")).toMatchObject({ timing: { offerSeconds: 30, byResponseType } });
});

test("default takes back what was set", async () => {
  await setPolicy(system.context, "acme", "unknownReferenceStatus", "400");
  const policies = await setPolicy(system.context, "acme", "unknownReferenceStatus", "default");
  expect(policies.unknownReferenceStatus).toBe(404);
  expect(await stored("acme")).not.toHaveProperty("unknownReferenceStatus");
});

test("two commands at once lose nothing of each other", async () => {
  await Promise.all([
    setPolicy(system.context, "umbra", "tokenLifetimeSeconds", "120"),
    setPolicy(system.context, "umbra", "timeZone", "Europe/London"),
    setPolicy(system.context, "umbra", "defaultRegion", "GB"),
  ]);
  expect(await stored("umbra")).toEqual({
    tokenLifetimeSeconds: 120,
    timeZone: "Europe/London",
    defaultRegion: "GB",
  });
});

describe("a refusal names the policy and what would be right, and changes nothing", () => {
  test.each([
    [
      "acme",
      "tokenLifetimeSeconds",
      "5",
      "tokenLifetimeSeconds must be a whole number of seconds from 60 to 86400",
    ],
    [
      "acme",
      "timeZone",
      "Mars",
      "timeZone must be a time zone of the IANA list, such as Africa/Johannesburg",
    ],
    [
      "acme",
      "colour",
      "red",
      /^policy must be one of tokenLifetimeSeconds, responseTypes, .*timing; there is no "colour"$/,
    ],
    ["acme", "timing", "soon", /^timing must be a JSON object with some of offerSeconds, .*byResponseType/],
    [
      "acme",
      "timing",
      '{"offerSecs": 9}',
      /^timing.offerSecs must be one of offerSeconds, .*, closeCancelledSeconds, byResponseType$/,
    ],
    [
      "acme",
      "timing",
      '{"byResponseType": {"2": {"offerSeconds": "15"}}}',
      "timing.byResponseType.2.offerSeconds must be a whole number of seconds from 1 to 86400",
    ],
    [
      "acme",
      "timing",
      '{"byResponseType": {"MEDICAL": {}}}',
      "timing.byResponseType.MEDICAL must be one of the response types 1 (SECURITY), 2 (MEDICAL), 3 (FIRE), 4 (ROADSIDE)",
    ],
    [
      "acme",
      "timing",
      '{"byResponseType": 2}',
      "timing.byResponseType must be an object with response type ids as its members",
    ],
    [
      "acme",
      "timing",
      '{"byResponseType": {"2": {"offer": 9}}}',
      /^timing.byResponseType.2.offer must be one of offerSeconds, .*, closeCancelledSeconds$/,
    ],
    ["acme", "toString", "1", /^policy must be one of /],
    ["acme", "defaultResponseTypeId", "4", "defaultResponseTypeId is 4, so responseTypes must have it"],
    ["nobody", "timeZone", "UTC", 'There is no partner "nobody". There are: acme, umbra.'],
  ])("%s %s %s", async (clientId, name, text, message) => {
    const before = await stored("acme");
    await expect(setPolicy(system.context, clientId, name, text)).rejects.toThrow(message);
    expect(await stored("acme")).toEqual(before);
  });

  test("a response type that is the default cannot be switched off", async () => {
    await setPolicy(system.context, "acme", "responseTypes", "1,2");
    await setPolicy(system.context, "acme", "defaultResponseTypeId", "2");
    await expect(setPolicy(system.context, "acme", "responseTypes", "1")).rejects.toThrow(
      "responseTypes must have it",
    );
  });
});
