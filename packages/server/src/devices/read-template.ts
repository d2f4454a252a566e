import { type DeviceTemplate, deviceEventTypes } from "@tocsin/domain";
import { z } from "zod";
import { invalid } from "../errors.ts";
import { checkSerialPattern } from "./serial-pattern.ts";

const value = z.union([z.string(), z.number(), z.boolean()]);
const name = z.string().regex(/^[A-Za-z][\w]{0,63}$/, "must be a letter, then letters, digits and _");
const conversion = {
  scale: z.number().optional(),
  add: z.number().optional(),
  none: z.array(value).optional(),
};

const member = z.strictObject({
  path: z.string().regex(/^[\w-]+(\.[\w-]+){0,9}$/, "must be names joined by dots"),
  ...conversion,
});

const field = z
  .strictObject({
    offset: z.int().min(0).max(1023),
    length: z.int().min(1).max(256),
    type: z.enum(["uint", "int", "float", "text", "hex"]),
    endian: z.enum(["big", "little"]).optional(),
    bits: z.strictObject({ lowest: z.int().min(0), count: z.int().min(1) }).optional(),
    ...conversion,
  })
  .superRefine(({ type, length, bits }, context) => {
    const isInteger = type === "uint" || type === "int";
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (isInteger && length > 8) refuse("length", "must be 1 to 8 bytes for an integer");
    if (type === "float" && length !== 4 && length !== 8)
      refuse("length", "must be 4 or 8 bytes for a float");
    if (bits && !isInteger) refuse("bits", "must be left out: only integers have parts");
    else if (bits && bits.lowest + bits.count > 8 * length)
      refuse("bits", `must lie within ${8 * length} bits`);
  });

const rule = z.strictObject({
  when: z.record(name, z.union([value, z.array(value).min(1)])),
  events: z.array(z.enum(deviceEventTypes)).min(1),
});

const template = z
  .strictObject({
    serialPattern: z.string().superRefine((pattern, context) => {
      const problem = checkSerialPattern(pattern);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    }),
    responseTypeId: z.int().min(1).nullable().default(null),
    members: z.record(name, member).default({}),
    payload: z.record(name, field).default({}),
    events: z.array(rule).default([]),
  })
  .superRefine(({ members, payload, events }, context) => {
    const known = new Set(["message_type", ...Object.keys(members), ...Object.keys(payload)]);
    for (const [index, { when }] of events.entries())
      for (const unknown of Object.keys(when).filter((each) => !known.has(each)))
        context.addIssue({
          code: "custom",
          path: ["events", index, "when", unknown],
          message: "is no value of members or payload",
        });
  });

/**
 * A device type's template, checked in every detail: what is wrong with it is found now and not when an alarm comes in.
 * @throws AppError `invalid-request` naming all that is wrong
 */
export function readTemplate(json: unknown): DeviceTemplate {
  const result = template.safeParse(json);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")} ${message}` : message,
  );
  throw invalid("template", `is not right: ${problems.join("; ")}`);
}
