import { sentPerson } from "@tocsin/wire";
import { judgeDateOfBirth, judgeMobile } from "../../../customers/index.ts";
import type { FieldError } from "../../../errors.ts";
import type { Operation } from "../../route.ts";

/** What is wrong with a person for this tenant and today: which numbers are national, and who is not born yet. */
export const judgePerson: NonNullable<Operation["judgeBody"]> = ({ partner }, body, { clock }) => {
  const { within, members } = sentPerson(body);
  const { defaultRegion } = partner.policies;
  const number = isAbsent(members.mobile) ? "mobileNumber" : "mobile";
  return [
    ...judge(members, number, within, (text) => judgeMobile(text, defaultRegion)),
    ...judge(members, "dateOfBirth", within, (text) => judgeDateOfBirth(text, clock.now())),
  ];
};

/** What is no text, or blank, is for the schema to refuse. */
function judge(
  members: Readonly<Record<string, unknown>>,
  member: string,
  within: string,
  find: (text: string) => string | undefined,
): readonly FieldError[] {
  const value = members[member];
  if (typeof value !== "string" || value.trim() === "") return [];
  const message = find(value);
  return message === undefined ? [] : [{ field: within + member, message }];
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
