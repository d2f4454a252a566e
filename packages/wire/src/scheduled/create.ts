import { z } from "zod";
import { besideMembers, refuseMember, required } from "../across-members.ts";
import { isObject } from "../is-object.ts";
import { id, optional, text } from "../scalars.ts";
import { moment } from "./moment.ts";
import { scheduleConfig } from "./schedule-members.ts";

const degrees = (limit: number) =>
  optional(z.number().min(-limit).max(limit)).describe(`Decimal degrees, -${limit} to ${limit}.`);

const coordinates = { latitude: degrees(90), longitude: degrees(180) };

const initialLocation = z
  .object({ ...coordinates, formattedAddress: optional(text(1024)) })
  .superRefine(requirePair, besideMembers);

const body = z.object({
  customerId: id.describe("One of your customers; your house account stands for yourself."),
  scheduledRequestConfig: optional(scheduleConfig).describe("Required, but in the older shape."),
  initialLocation: optional(initialLocation).describe(
    "Where to. Required, but in the older shape; it may be empty: then the customer says where.",
  ),
  scheduledAt: optional(moment).describe(
    "Older shape: when, instead of scheduledRequestConfig and initialLocation.",
  ),
  ...coordinates,
});

/**
 * Body of POST /scheduled/:serviceType. Read, it is of one shape, with null for what is absent. The newer shape wins when both
 * are there: what stands beside it of the older one is not looked at.
 */
export const createScheduledServiceRequest = z
  .preprocess((sent) => (isNewer(sent) ? withoutOlder(sent) : sent), body)
  .superRefine(requireOneShape, besideMembers)
  .superRefine(requirePair, besideMembers)
  .transform(({ customerId, scheduledAt, scheduledRequestConfig, initialLocation: place, ...older }) => ({
    customerId,
    ...(scheduledRequestConfig
      ? { ...readConfig(scheduledRequestConfig), ...readPlace(required(place)) }
      : { ...readAt(required(scheduledAt)), ...readPlace(older) }),
  }))
  .meta({ id: "CreateScheduledService" });

function isNewer(sent: unknown): sent is Readonly<Record<string, unknown>> {
  if (!isObject(sent)) return false;
  const { scheduledRequestConfig: config } = sent;
  return config !== undefined && config !== null && config !== "";
}

function withoutOlder(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { scheduledAt: _at, latitude: _latitude, longitude: _longitude, ...newer } = sent;
  return newer;
}

type Body = Readonly<Partial<Record<"scheduledRequestConfig" | "initialLocation" | "scheduledAt", unknown>>>;

/** What is there may be of any type here: its own schema judges that. */
function requireOneShape(
  { scheduledRequestConfig, initialLocation, scheduledAt }: Body,
  context: z.RefinementCtx,
) {
  if (scheduledRequestConfig === undefined && scheduledAt === undefined)
    refuseMember(
      context,
      "scheduledRequestConfig",
      "is required (a JSON object; the older `scheduledAt` is accepted)",
    );
  const isOlder = scheduledRequestConfig === undefined && scheduledAt !== undefined;
  if (initialLocation === undefined && !isOlder)
    refuseMember(
      context,
      "initialLocation",
      "is required (a JSON object with latitude and longitude, or formattedAddress)",
    );
}

function requirePair(
  { latitude, longitude }: Readonly<Partial<Record<"latitude" | "longitude", unknown>>>,
  context: z.RefinementCtx,
) {
  if (latitude === undefined && longitude !== undefined)
    refuseMember(context, "latitude", "is required with longitude (a number from -90 to 90)");
  if (longitude === undefined && latitude !== undefined)
    refuseMember(context, "longitude", "is required with latitude (a number from -180 to 180)");
}

function readConfig(config: z.infer<typeof scheduleConfig>) {
  const { name, specialInstructions, details, dateFrom, dateTo, repeatsConfig } = config;
  return {
    name,
    specialInstructions: specialInstructions ?? null,
    details: {
      numberOfGuards: details?.numberOfGuards ?? null,
      armedPreference: details?.armedPreference ?? null,
      contacts: details?.contacts ?? [],
    },
    when: {
      kind: "calendar" as const,
      ...repeatsConfig,
      dateFrom,
      dateTo,
      daysOfWeek: repeatsConfig.daysOfWeek ?? [],
      intervalWeeks: repeatsConfig.intervalWeeks ?? 1,
      timeZone: repeatsConfig.timeZone ?? null,
    },
  };
}

function readAt(at: Date) {
  return {
    name: null,
    specialInstructions: null,
    details: { numberOfGuards: null, armedPreference: null, contacts: [] },
    when: { kind: "instant" as const, at },
  };
}

function readPlace(place: {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly formattedAddress?: string | undefined;
}) {
  const { latitude, longitude, formattedAddress = null } = place;
  const hasPair = latitude !== undefined && longitude !== undefined;
  return { place: { point: hasPair ? { latitude, longitude } : null, formattedAddress } };
}
