import { defaultTiming } from "@tocsin/domain";
import type { Fault, PolicyRule } from "./policy-rule.ts";
import { describedResponseTypes, isIntegerWithin, readJson, responseTypeIds } from "./policy-values.ts";

const longestSeconds = 86_400;
const expectedSeconds = `a whole number of seconds from 1 to ${longestSeconds}`;
const members = Object.keys(defaultTiming);
const perType = "byResponseType";

/** `timing`: for all callouts, and by response type what differs for those. */
export const timingRule: PolicyRule = {
  expected:
    `a JSON object with some of ${members.join(", ")}, each ${expectedSeconds}; ` +
    `and ${perType}, an object that has such an object for some of the response types ${describedResponseTypes}`,
  read: readJson,
  accepts: (value) => isObject(value) && findFault(value) === undefined,
  locate: (value) => (isObject(value) ? findFault(value) : undefined),
};

function findFault(timing: object): Fault | undefined {
  const { [perType]: types, ...forAll } = timing as { readonly [perType]?: unknown };
  const inGeneral = faultOfMembers(forAll, [...members, perType]);
  if (inGeneral || types === undefined) return inGeneral;
  if (!isObject(types))
    return { member: perType, expected: "an object with response type ids as its members" };
  return firstFault(types, (id, value) => {
    const member = `${perType}.${id}`;
    if (!responseTypeIds.some((known) => String(known) === id))
      return { member, expected: `one of the response types ${describedResponseTypes}` };
    if (!isObject(value)) return { member, expected: `an object with some of ${members.join(", ")}` };
    const fault = faultOfMembers(value, members);
    return fault && { ...fault, member: `${member}.${fault.member}` };
  });
}

/** @param named what may stand there, for the message */
function faultOfMembers(timing: object, named: readonly string[]): Fault | undefined {
  return firstFault(timing, (member, seconds) => {
    if (!members.includes(member)) return { member, expected: `one of ${named.join(", ")}` };
    return isIntegerWithin(1, longestSeconds)(seconds) ? undefined : { member, expected: expectedSeconds };
  });
}

function firstFault(
  of: object,
  judge: (name: string, value: unknown) => Fault | undefined,
): Fault | undefined {
  for (const [name, value] of Object.entries(of)) {
    const fault = judge(name, value);
    if (fault) return fault;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
